"""The main window: pages, keys, language, toasts, closing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from adapters.catalog import conversations
from adapters.catalog.database import Catalog
from adapters.voice.options import TrainingOptions
from adapters.wording import phrase
from engine.messages import Ask, Failed, Notice, RaiseWindow, Train
from engine.places import Places
from gui import pages, translate
from gui.context import Context
from gui.fade import Fade
from gui.keys_card import KeysCard
from gui.opening import first_page
from gui.page import Action, Page
from gui.rail import ICONS
from gui.shortcuts import KEYS, explained
from gui.theme import apply
from gui.widgets.labels import label
from gui.widgets.layouts import column
from gui.window import Window
from tests.gui.accessibility import interpreting, nameless, out_of_reach


class NotePage(Page):
    """A page that writes down what it is asked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.arrived, self.acted = name, [], []
        self.saved, self.is_narrow = 0, None
        self.setLayout(column(label(name)))

    def arrive(self, argument: object) -> None:
        self.arrived.append(argument)

    def place(self) -> object:
        return f"{self.name} place"

    def save(self) -> None:
        self.saved += 1

    def narrow(self, narrow: bool) -> None:
        self.is_narrow = narrow

    def act(self, action: Action) -> bool:
        self.acted.append(action)
        return True


@pytest.fixture(autouse=True)
def note_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window alone: each real page has tests of its own."""
    for name in ("chat", "voices", "models", "settings"):
        monkeypatch.setitem(pages.PAGES, name, lambda _, name=name: NotePage(name))


@pytest.fixture
def window(qtbot: QtBot, context: Context, places: Places) -> Window:
    made = Window(context.bridge, context.notices, places)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open(context, "first_run")
    return made


def note(window: Window, name: str) -> NotePage:
    page = window.page(name)
    assert isinstance(page, NotePage)
    return page


def begin_training(qtbot: QtBot, context: Context) -> int:
    job = context.bridge.submit(Train("/notes", "Letters", "plum", TrainingOptions()))
    qtbot.waitUntil(lambda: job in context.bridge.training)
    return job


# --- pages ----------------------------------------------------------------------------


def test_window_is_shown_before_it_has_anything(
    qtbot: QtBot, context: Context, places: Places
) -> None:
    made = Window(context.bridge, context.notices, places)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.painted):
        made.show()
    assert made.current() == ""
    made.rail.button("voices").click()  # too early: nothing happens
    assert made.current() == ""


def test_welcome_is_shown_until_something_was_said(catalog: Catalog) -> None:
    assert first_page(catalog) == "first_run"
    conversations.create(catalog, "")
    assert first_page(catalog) == "chat"


def test_welcome_stands_in_the_place_of_the_chat(window: Window) -> None:
    assert window.current() == "first_run"
    assert window.rail.button("chat").isChecked()


def test_pages_are_made_when_they_are_first_shown(window: Window) -> None:
    assert set(window._pages) == {"first_run"}
    window.rail.button("models").click()
    assert set(window._pages) == {"first_run", "models"}
    first = window.page("models")
    window.go("chat")
    window.go("models")
    assert window.page("models") is first
    assert window.stack.currentWidget() is first


def test_pages_can_send_the_owner_to_each_other(window: Window, context: Context) -> None:
    context.news.go.emit("voices", "new")
    assert window.current() == "voices"
    assert note(window, "voices").arrived == ["new"]
    assert window.rail.button("voices").isChecked()


def test_rail_has_no_button_of_a_later_issue(window: Window) -> None:
    texts = [window.rail.button(name).text() for name in ICONS]
    assert texts == ["Chat", "Voices", "Models", "Settings"]


def test_page_that_goes_fades_out(window: Window, qtbot: QtBot) -> None:
    window.go("chat")
    assert not window.findChildren(Fade)  # reduced motion
    apply.wear("light", 100, reduced_motion=False)
    window.go("voices")
    assert len(window.findChildren(Fade)) == 1
    window.go("voices")
    qtbot.waitUntil(lambda: not window.findChildren(Fade))


# --- keys -----------------------------------------------------------------------------


@pytest.mark.parametrize("key", [key for key in KEYS if key.action != "escape"])
def test_every_key_does_what_the_list_says(window: Window, key: object) -> None:
    window.go("models")
    QTest.keySequence(window, QKeySequence(key.keys))
    page = key.page or "models"
    assert window.current() == page
    if key.action is not None:
        assert note(window, page).acted == [key.action]


def test_escape_closes_a_toast_before_it_reaches_the_page(
    window: Window, context: Context
) -> None:
    window.go("chat")
    context.notices.toast("Copied")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.overlay.toasts()
    assert note(window, "chat").acted == []
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert note(window, "chat").acted == ["escape"]


def test_f1_lists_every_key(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    card = window.findChild(KeysCard)
    assert card is not None
    assert window.rect().contains(card.geometry())
    said = " ".join(one.text() for one in card.findChildren(QLabel))
    for key in KEYS:
        if key.keys not in ("Ctrl+2", "Ctrl+3"):  # told as "Ctrl+1 … 3"
            assert key.keys in said
    assert not nameless(card)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_no_key_is_given_twice() -> None:
    assert len({key.keys for key in KEYS}) == len(KEYS)
    assert len({keys for keys, _ in explained()}) == len(explained())


# --- everyone -------------------------------------------------------------------------


def test_window_can_be_used_without_eyes_or_mouse(window: Window) -> None:
    assert not nameless(window)
    assert not out_of_reach(window)
    assert not interpreting(window)


def test_tab_goes_from_rail_to_page_to_status_and_round(window: Window) -> None:
    window.go("voices")  # made long after the status bar
    window.rail.button("voices").setFocus(Qt.FocusReason.TabFocusReason)
    visited = [window.rail.button("voices")]
    field = QLineEdit(note(window, "voices"))
    field.show()
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert visited[1:] == [field, window.status.meter, visited[0]]
    QTest.keyClick(visited[0], Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is window.status.meter


def test_tab_stays_in_a_card_over_the_window(
    window: Window, context: Context, qtbot: QtBot
) -> None:
    job = begin_training(qtbot, context)
    window.close()
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert window._closing.isAncestorOf(QApplication.focusWidget())
    context.bridge.cancel(job)


def test_arrows_move_in_the_rail(window: Window) -> None:
    chat = window.rail.button("chat")
    chat.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chat, Qt.Key.Key_Down)
    assert window.current() == "voices"


@pytest.mark.parametrize("percent", [90, 100, 150])
def test_smallest_window_holds_its_frame(window: Window, percent: int) -> None:
    apply.wear("light", percent, reduced_motion=True)
    window.resize(100, 100)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1024, 680)
    assert window.rail.height() + window.status.height() == 680


def test_narrow_window_tells_its_pages(window: Window) -> None:
    page = note(window, "chat")
    window.resize(1280, 800)
    assert page.is_narrow is False
    window.resize(1040, 800)
    assert page.is_narrow is True
    assert note(window, "voices").is_narrow is True


# --- messages -------------------------------------------------------------------------


def test_notice_of_the_engine_becomes_a_toast(window: Window, context: Context) -> None:
    told = phrase("errors", "The catalog was restored from {when}.", when="Monday")
    context.bridge.event.emit(Notice(told))
    (toast,) = window.overlay.toasts()
    assert toast.accessibleName() == "The catalog was restored from Monday."


def test_failure_that_no_page_waits_for_becomes_a_card(window: Window, context: Context) -> None:
    parts = [phrase("errors", text) for text in ("It broke.", "It was old.", "Take another.")]
    context.bridge.unhandled.emit(Failed(1, *parts))
    (card,) = window.overlay.problems()
    assert "It broke." in card.accessibleName()


def test_second_start_brings_the_window_forward(window: Window, context: Context) -> None:
    window.showMinimized()
    context.bridge.event.emit(RaiseWindow())
    assert not window.isMinimized()
    assert window.isVisible()


# --- language -------------------------------------------------------------------------


def test_language_changes_the_frame_and_the_pages_at_once(
    window: Window, settle: Callable[[], None]
) -> None:
    window.go("models")
    before = window.page("models")
    translate.speak("ru")
    settle()
    after = window.page("models")
    assert after is not before
    assert after.arrived == ["models place"]
    assert before.saved == 1
    assert window.rail.button("chat").text() != "Chat"
    assert window.status.activity.text() != "idle"


def test_language_waits_for_a_reply_that_is_being_written(
    window: Window, context: Context, settle: Callable[[], None], qtbot: QtBot
) -> None:
    window.go("chat")
    before = window.page("chat")
    context.bridge.submit(Ask("frost?", ""))
    translate.speak("ru")
    settle()
    assert window.page("chat") is before
    qtbot.waitUntil(lambda: window.page("chat") is not before)


# --- closing --------------------------------------------------------------------------


def test_closing_saves_the_pages_and_the_geometry(
    window: Window, qtbot: QtBot, context: Context, places: Places
) -> None:
    page = note(window, "chat")
    window.showMaximized()
    assert window.close()
    assert page.saved == 1
    again = Window(context.bridge, context.notices, places)
    qtbot.addWidget(again)
    assert again.isMaximized()


def test_damaged_geometry_is_ignored(qtbot: QtBot, context: Context, places: Places) -> None:
    (places.data / "window").write_bytes(b"\xff not base64 \x00")
    made = Window(context.bridge, context.notices, places)
    qtbot.addWidget(made)
    assert (made.width(), made.height()) == (1280, 800)


def test_closing_asks_while_a_voice_is_trained(
    window: Window, context: Context, qtbot: QtBot
) -> None:
    job = begin_training(qtbot, context)
    assert not window.close()
    assert window.isVisible()
    card = window._closing
    assert card is not None
    assert not nameless(card)
    assert QApplication.focusWidget() is not None
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window._closing is None
    assert job in context.bridge.training
    context.bridge.cancel(job)


def test_pause_and_close_closes(window: Window, context: Context, qtbot: QtBot) -> None:
    job = begin_training(qtbot, context)
    window.close()
    card = window._closing
    assert card is not None
    pause = next(b for b in card.findChildren(QPushButton) if b.text().startswith("Pause"))
    pause.click()
    assert not window.isVisible()
    context.bridge.cancel(job)


def test_training_that_ends_meanwhile_leaves_the_answer_open(
    window: Window, context: Context, qtbot: QtBot
) -> None:
    job = begin_training(qtbot, context)
    window.close()
    context.bridge.cancel(job)
    qtbot.waitUntil(lambda: not context.bridge.training)
    assert window.close()


def test_card_covers_the_window(window: Window, context: Context, qtbot: QtBot) -> None:
    job = begin_training(qtbot, context)
    window.close()
    card = window._closing
    assert isinstance(card, QWidget)
    assert card.geometry() == window.rect()
    under = window.childAt(window.rail.geometry().center())
    assert under is card or card.isAncestorOf(under)
    context.bridge.cancel(job)
