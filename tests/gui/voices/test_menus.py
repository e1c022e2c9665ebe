"""What can be done to a voice: names, colours, the trash, the way to the chat."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adapters.catalog import runs, voices
from adapters.catalog.database import Catalog
from engine.messages import DeleteVoice, ModelChanged
from gui.context import Context
from gui.voices.card_menu import CardMenu
from gui.voices.edit_popover import EditPopover
from gui.voices.page import VoicesPage
from tests.fake_rows import FINGERPRINT
from tests.gui.conftest import Told
from tests.gui.voices.conftest import MakeRun, MakeVoice, Open, shown


def menu_of(page: VoicesPage, name: str) -> CardMenu:
    """Open the menu of a card by its three dots."""
    grid = page.list.grid
    row = shown(page).index(name)
    dots = grid.menu_place(row).center().toPoint()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=dots)
    return page.findChildren(CardMenu)[-1]


def choose(menu: CardMenu, text: str) -> None:
    entry = next(action for action in menu.actions() if action.text().startswith(text))
    entry.trigger()
    menu.close()


def test_delete_goes_to_the_trash_and_undo_brings_it_back(
    open_page: Open, make_voice: MakeVoice, catalog: Catalog, told: Told, qtbot: QtBot,
) -> None:  # fmt: skip
    voice = make_voice("Workbench")
    page = open_page()
    QTest.keyClick(page.list.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(told.toasts))
    qtbot.waitUntil(lambda: shown(page) == [])
    assert voices.get(catalog, voice.id).trashed is not None
    undo = told.toasts[0].undo
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: shown(page) == ["Workbench"])
    assert voices.get(catalog, voice.id).trashed is None


def test_a_deleted_training_goes_to_the_trash_and_undo_brings_it_back(
    open_page: Open, make_run: MakeRun, catalog: Catalog, told: Told, qtbot: QtBot
) -> None:
    run = make_run("Field notes", state="interrupted")
    page = open_page()
    QTest.keyClick(page.list.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(told.toasts))
    qtbot.waitUntil(lambda: shown(page) == [])
    assert runs.get(catalog, run.id).trashed is not None
    undo = told.toasts[0].undo
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: shown(page) == ["Field notes"])
    kept = runs.get(catalog, run.id)
    assert (kept.state, kept.trashed) == ("interrupted", None)


def test_the_engine_is_asked_to_delete_because_the_voice_may_be_speaking(
    open_page: Open, make_voice: MakeVoice, context: Context
) -> None:
    make_voice("Workbench")
    page = open_page()
    choose(menu_of(page, "Workbench"), "Delete")
    assert context.bridge.running(DeleteVoice)


def test_renaming_by_the_menu(
    open_page: Open, make_voice: MakeVoice, catalog: Catalog, qtbot: QtBot
) -> None:
    voice = make_voice("Workbench")
    make_voice("Letters")
    page = open_page()
    choose(menu_of(page, "Workbench"), "Rename")
    popover = page.window().findChild(EditPopover)
    popover.field.setText("letters")
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(popover.complaint.text()))
    assert voices.get(catalog, voice.id).name == "Workbench"
    popover.field.setText("Bench")
    assert not popover.complaint.isVisible()
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Bench" in shown(page))
    qtbot.waitUntil(lambda: page.detail.voice.head.name() == "Bench")


def test_colour_and_description_by_the_menu(
    open_page: Open, make_voice: MakeVoice, catalog: Catalog, qtbot: QtBot
) -> None:
    voice = make_voice("Workbench", colour="rust")
    page = open_page()
    menu = menu_of(page, "Workbench")
    colours = next(a.menu() for a in menu.actions() if a.text() == "Colour")
    chosen = next(a for a in colours.actions() if a.text() == "Plum")
    assert [a.text() for a in colours.actions() if a.isChecked()] == ["Rust"]
    chosen.trigger()
    qtbot.waitUntil(lambda: voices.get(catalog, voice.id).colour == "plum")
    menu.close()
    choose(menu_of(page, "Workbench"), "Describe")
    popover = page.window().findChildren(EditPopover)[-1]
    popover.field.setText("short and dry")
    popover.button.click()
    qtbot.waitUntil(lambda: page.detail.voice.about.text() == "short and dry")


def test_the_menu_opens_from_the_keyboard(open_page: Open, make_voice: MakeVoice) -> None:
    make_voice("Workbench")
    page = open_page()
    grid = page.list.grid
    grid.setFocus()
    # What a desktop makes of the menu key; the offscreen platform makes nothing of it.
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(grid.viewport(), event)
    page.findChildren(CardMenu)[-1].close()


def test_talk_leads_to_the_chat_with_this_voice(
    open_page: Open, make_voice: MakeVoice, context: Context
) -> None:
    voice = make_voice("Workbench")
    page = open_page()
    gone: list[tuple[str, object]] = []
    context.news.go.connect(lambda name, argument: gone.append((name, argument)))
    page.detail.voice.talk.click()
    assert gone == [("chat", voice.id)]


def test_a_voice_of_another_model_says_why_it_cannot_speak(
    open_page: Open, make_voice: MakeVoice, context: Context
) -> None:
    make_voice("Workbench", fingerprint="e" * 64)
    page = open_page()
    pane = page.detail.voice
    assert pane.talk.isEnabled()  # nothing is loaded: its own model can be
    context.bridge.model = ModelChanged(1, "Other", FINGERPRINT, 2048)
    context.bridge.event.emit(context.bridge.model)
    assert not pane.talk.isEnabled()
    assert pane.other_model.isVisible()
    assert "Fake-135M" in pane.other_model.text()


def test_removing_a_paused_run_can_be_undone(
    open_page: Open, make_run: MakeRun, catalog: Catalog, told: Told, qtbot: QtBot
) -> None:
    run = make_run(state="interrupted")
    page = open_page()
    choose(menu_of(page, "Field notes"), "Delete")
    qtbot.waitUntil(lambda: shown(page) == [])
    undo = told.toasts[0].undo
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: shown(page) == ["Field notes"])
    assert runs.get(catalog, run.id).state == "interrupted"
