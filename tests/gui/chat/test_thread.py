"""A thread of 2,000 messages: few widgets, a steady place, keys."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.chat.thread.strip import Strip
from gui.chat.thread.view import AROUND
from tests.gui.chat.conftest import Desk

MANY = 2000
LONG = "Line {n} of it.\n\n" + "More words to make it taller than was guessed. " * 12


@pytest.fixture
def long_thread(desk: Desk, add_thread: Callable[..., int]) -> Desk:
    conversation = add_thread(MANY, text=LONG)
    desk.open(("conversation", conversation))
    return desk


def in_sight(desk: Desk) -> list[QWidget]:
    view = desk.page.messages.view
    window = view.viewport().rect()
    return [
        item
        for item in desk.items()
        if window.intersects(item.rect().translated(item.mapTo(view.viewport(), QPoint(0, 0))))
    ]


def scroll(desk: Desk, value: int) -> None:
    desk.page.messages.view.verticalScrollBar().setValue(value)
    desk.rest()


def test_few_of_many_messages_are_widgets(long_thread: Desk) -> None:
    view = long_thread.page.messages.view
    assert len(view.entries()) == MANY
    bar = view.verticalScrollBar()
    for share in (1.0, 0.5, 0.0, 0.73):
        scroll(long_thread, int(bar.maximum() * share))
        seen = len(in_sight(long_thread))
        assert seen > 0
        assert len(long_thread.items()) <= seen + 2 * AROUND + 2


def test_it_opens_at_its_end(long_thread: Desk) -> None:
    bar = long_thread.page.messages.view.verticalScrollBar()
    assert bar.value() == bar.maximum()
    last = long_thread.items()[-1]
    assert f"Line {MANY - 1} of it." in last.accessibleName()
    assert last in in_sight(long_thread)


def test_the_line_being_read_stays(long_thread: Desk) -> None:
    """Entries above turn out taller than guessed; what is in sight does not move."""
    view = long_thread.page.messages.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 3)
    long_thread.rest()
    item = in_sight(long_thread)[0]
    place = item.mapTo(view.viewport(), QPoint(0, 0))
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 40)
    long_thread.rest()
    assert item.mapTo(view.viewport(), QPoint(0, 0)) == place + QPoint(0, 40)


def test_a_new_width_keeps_the_place(long_thread: Desk) -> None:
    view = long_thread.page.messages.view
    scroll(long_thread, view.verticalScrollBar().maximum() // 2)
    first = in_sight(long_thread)[0].accessibleName()
    long_thread.page.resize(900, 760)
    long_thread.rest()
    assert first in [item.accessibleName() for item in in_sight(long_thread)]


def test_messages_do_not_overlap(long_thread: Desk) -> None:
    items = long_thread.items()
    for above, below in pairwise(items):
        assert above.geometry().bottom() < below.y()


def test_a_stream_is_followed_at_the_end_only(long_thread: Desk) -> None:
    long_thread.engine.words = ("paragraph\n\n",) * 30
    bar = long_thread.page.messages.view.verticalScrollBar()
    long_thread.say("Go on")
    assert bar.value() == bar.maximum()
    long_thread.send("Again")
    long_thread.wait(lambda: long_thread.page.talk.live() is not None)
    bar.setValue(bar.maximum() // 2)
    long_thread.wait(lambda: long_thread.page.messages.view.is_settled())
    seen, viewport = in_sight(long_thread)[0], long_thread.page.messages.view.viewport()
    place = seen.mapTo(viewport, QPoint(0, 0))
    long_thread.rest()
    assert bar.value() < bar.maximum() - 1000
    assert seen.mapTo(viewport, QPoint(0, 0)) == place


def test_arrows_go_from_message_to_message(long_thread: Desk) -> None:
    view = long_thread.page.messages.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    focused = QApplication.focusWidget()
    assert focused is long_thread.items()[-1]
    for _ in range(3):
        long_thread.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
        long_thread.rest()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert f"Line {MANY - 4} of it." in focused.accessibleName()
    assert focused in in_sight(long_thread)


def test_the_focused_message_is_kept_while_out_of_sight(long_thread: Desk) -> None:
    view = long_thread.page.messages.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    focused = QApplication.focusWidget()
    scroll(long_thread, 0)
    assert QApplication.focusWidget() is focused


def test_tab_goes_through_the_message_and_on(long_thread: Desk) -> None:
    view = long_thread.page.messages.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    item = long_thread.items()[-1]
    stops = [QApplication.focusWidget()]
    for _ in range(len(item.stops()) + 1):
        long_thread.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops[0] is item
    assert stops[1:-1] == item.stops()
    assert stops[-1] is long_thread.page.composer.field
    item.setFocus()
    long_thread.qtbot.keyClick(item, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is long_thread.page.header.menu_button


def test_actions_appear_on_hover_and_on_focus(long_thread: Desk) -> None:
    item = long_thread.reply()
    width = item.foot._actions.width()
    assert not item.foot.copy.isVisible()
    item.setFocus(Qt.FocusReason.TabFocusReason)
    assert item.foot.copy.isVisible()
    assert item.foot._actions.width() == width  # its space was kept
    long_thread.page.composer.field.setFocus()
    assert not item.foot.copy.isVisible()


def test_a_strip_finds_what_covers_a_place() -> None:
    strip = Strip()
    strip.reset([10, 20, 30])
    assert (strip.top(0), strip.top(2), strip.total) == (0, 30, 60)
    assert [strip.at(y) for y in (-5, 0, 9, 10, 29, 30, 59, 99)] == [0, 0, 0, 1, 1, 2, 2, 2]
    assert strip.set(0, 15)
    assert not strip.set(0, 15)
    assert strip.top(1) == 15
