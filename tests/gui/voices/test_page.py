"""The Voices page: cards, keys, menus, trash, names, a narrow window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adapters.catalog import runs, voices
from adapters.catalog.database import Catalog
from engine.messages import DeleteVoice, ModelChanged
from gui.context import Context
from gui.voices.card_menu import CardMenu
from gui.voices.drop_area import DropArea, dropped_folder
from gui.voices.edit_popover import EditPopover
from gui.voices.page import VoicesPage
from tests.fake_rows import FINGERPRINT
from tests.gui.accessibility import interpreting, nameless, out_of_reach
from tests.gui.conftest import Told
from tests.gui.voices.conftest import MakeRun, MakeVoice

Open = Callable[[], VoicesPage]
Settle = Callable[[], None]


def shown(page: VoicesPage) -> list[str]:
    cards = page.list.grid.cards
    return [cards.card(row).name for row in range(cards.rowCount())]


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


def test_without_a_voice_there_is_one_sentence_and_one_thing_to_do(open_page: Open) -> None:
    page = open_page()
    assert page.detail.currentWidget() is page.detail.first
    assert not page.list.search.isVisible()
    QTest.mouseClick(page.detail.first.sample, Qt.MouseButton.LeftButton)
    assert page.is_making()
    page.finish()


def test_search_and_order(open_page: Open, make_voice: MakeVoice, settle: Settle) -> None:
    make_voice("Letters", size=6_000_000)
    make_voice("Workbench", size=3_000_000)
    page = open_page()
    page.list.order.setCurrentIndex(page.list.order.findData("name"))
    assert shown(page) == ["Letters", "Workbench"]
    page.list.order.setCurrentIndex(page.list.order.findData("size"))
    assert shown(page) == ["Letters", "Workbench"]
    assert page.list.count.text().replace("\u00a0", " ") == "2 voices, 8.6 MiB"
    page.list.search.setText("bench")
    assert shown(page) == ["Workbench"]
    page.list.search.setText("nothing like it")
    assert shown(page) == []
    settle()
    assert page.detail.currentWidget() is page.detail.first


def test_arrows_move_and_the_right_pane_follows(
    open_page: Open, make_voice: MakeVoice, settle: Settle
) -> None:
    for name in ("A", "B", "C"):
        make_voice(name)
    page = open_page()
    page.list.order.setCurrentIndex(page.list.order.findData("name"))
    page.select(page.list.grid.cards.card(0).key)
    grid = page.list.grid
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    settle()
    assert grid.current().name == "B"  # type: ignore[union-attr]
    assert page.detail.voice.head.name() == "B"
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    settle()
    settle()
    assert page.detail.voice.head.name() == grid.current().name  # type: ignore[union-attr]


def test_a_finished_voice_shows_what_was_measured(open_page: Open, make_voice: MakeVoice) -> None:
    make_voice("Workbench")
    page = open_page()
    pane = page.detail.voice
    assert pane.head.chip_text() == "Learned"
    values = {key: one.value().replace("\u00a0", " ") for key, one in pane.figures.items()}
    assert values == {
        "before": "20.0",
        "after": "16.4",
        "change": "−18 %",
        "notes": "40",
        "size": "3.1 MiB",
    }
    assert "held-out loss 2.40" in pane.loss.accessibleDescription()


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


def test_in_a_narrow_window_the_right_pane_is_a_page(
    open_page: Open, make_voice: MakeVoice, settle: Settle
) -> None:
    make_voice("Workbench")
    page = open_page()
    page.resize(952, 620)
    settle()
    assert not page.detail.isVisible()
    page.list.grid.setFocus()
    QTest.keyClick(page.list.grid, Qt.Key.Key_Return)
    settle()
    assert page.detail.voice.isVisible()
    assert not page.list.isVisible()
    assert page.detail.voice.head.back.isVisible()
    assert page.act("escape")
    assert page.list.isVisible()
    page.list.grid.opened.emit(page.list.grid.current())
    page.resize(1208, 740)
    settle()
    assert page.list.isVisible()
    assert page.detail.isVisible()
    assert not page.detail.voice.head.back.isVisible()


@pytest.mark.parametrize("width", [400, 507, 700, 952])
def test_cards_share_the_width_and_never_touch_the_scroll_bar(
    open_page: Open, make_voice: MakeVoice, width: int, settle: Settle
) -> None:
    for number in range(9):
        make_voice(f"Voice {number}")
    page = open_page()
    grid = page.list.grid
    grid.setParent(None)
    grid.resize(width, 300)
    grid.show()
    settle()
    boxes = [grid.visualRect(grid.cards.index(row)) for row in range(9)]
    assert max(box.right() for box in boxes) < grid.viewport().width()
    columns = len({box.left() for box in boxes})
    assert columns == max(1, (width - 17) // 242)
    grid.close()
    page.list._stack.insertWidget(0, grid)


def test_a_dropped_folder_begins_a_voice(open_page: Open, tmp_path: Path, settle: Settle) -> None:
    page = open_page()
    folder = tmp_path / "Garden"
    folder.mkdir()
    drop(page.list.drop_area, folder)
    settle()
    assert page.is_making()
    assert page.new_voice.draft.folder == folder
    assert page.new_voice.name.name.text() == "Garden"
    page.finish()


def test_only_one_local_folder_can_be_dropped(tmp_path: Path) -> None:
    file = tmp_path / "note.md"
    file.write_text("x", encoding="utf-8")
    assert dropped_folder(mime(file)) is None
    assert dropped_folder(mime(tmp_path, tmp_path)) is None
    remote = QMimeData()
    remote.setUrls([QUrl("smb://host/share")])
    assert dropped_folder(remote) is None
    assert dropped_folder(mime(tmp_path)) == tmp_path


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


def test_a_hostile_name_is_only_text(open_page: Open, make_voice: MakeVoice) -> None:
    name = '<img src="file:///dev/zero">'
    make_voice(name)
    page = open_page()
    assert page.detail.voice.head.name() == name
    assert interpreting(page) == []
    page.grab()


def test_everything_has_a_name_and_is_reached(
    open_page: Open, make_voice: MakeVoice, make_run: MakeRun, settle: Settle
) -> None:
    make_voice("Workbench")
    make_run("Field notes")
    page = open_page()
    for row in range(2):
        page.list.grid.select(page.list.grid.cards.card(row).key)
        settle()
        assert nameless(page) == []
        assert out_of_reach(page) == []
        assert interpreting(page) == []


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(area: DropArea, folder: Path) -> None:
    data = mime(folder)
    enter = QDragEnterEvent(
        QPointF(10, 10),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(area, enter)
    assert enter.isAccepted()
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(area, event)
    assert event.dropAction() == Qt.DropAction.CopyAction  # the owner's folder stays where it is
