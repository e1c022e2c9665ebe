"""What the window makes of events and of another language."""

import threading
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from adapters.wording import phrase
from engine.messages import Ask, Failed, Notice, RaiseWindow
from gui import translate
from gui.context import Context
from gui.window import Window
from tests.gui.window.conftest import note


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


def test_each_page_is_where_it_was_when_the_language_has_changed(
    window: Window, settle: Callable[[], None]
) -> None:
    for name in ("voices", "chat", "settings"):
        window.go(name)
    for language in ("ru", "en"):  # the others are not shown in between
        translate.speak(language)
        settle()
    window.go("voices")
    window.go("chat", "new")
    assert note(window, "settings").arrived == ["settings place"]
    assert note(window, "voices").arrived == ["voices place"]
    assert note(window, "chat").arrived == ["new"]
    window.go("voices")
    assert note(window, "voices").arrived == ["voices place", None]


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


def test_language_waits_for_what_is_being_written(
    window: Window, context: Context, qtbot: QtBot
) -> None:
    """A message that is written down is followed by its question to the engine."""
    window.go("chat")
    before = window.page("chat")
    wait, called = threading.Event(), []
    context.writer.put(wait.wait, called.append, owner=before)
    translate.speak("ru")
    qtbot.wait(50)
    assert window.page("chat") is before
    wait.set()
    qtbot.waitUntil(lambda: window.page("chat") is not before)
    assert called == [True]
