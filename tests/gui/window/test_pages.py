"""The pages of the window: made when they are shown, and told where to go."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adapters.catalog import conversations
from adapters.catalog.database import Catalog
from engine.places import Places
from gui.context import Context
from gui.fade import Fade
from gui.opening import first_page
from gui.rail import ICONS
from gui.theme import apply
from gui.window import Window
from tests.gui.window.conftest import note


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
    assert texts == ["Chat", "Voices", "Scenes", "Models", "Settings"]


def test_page_that_goes_fades_out(window: Window, qtbot: QtBot) -> None:
    window.go("chat")
    assert not window.findChildren(Fade)  # reduced motion
    apply.wear("light", 100, reduced_motion=False)
    window.go("voices")
    assert len(window.findChildren(Fade)) == 1
    window.go("voices")
    qtbot.waitUntil(lambda: not window.findChildren(Fade))


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
