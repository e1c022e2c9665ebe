"""Writes off the GUI thread: their order, their errors, and pages that went meanwhile."""

import threading
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from adapters.errors import UserError
from gui.notices import Notices
from gui.writer import Writer
from tests.gui.conftest import Told
from tests.heard import user_error


@pytest.fixture
def writer(notices: Notices, qtbot: QtBot) -> Writer:
    made = Writer(notices)
    yield made
    qtbot.waitUntil(lambda: not made.is_busy())


def refused() -> None:
    raise user_error()


def test_writes_keep_their_order_and_leave_the_window_alone(writer: Writer, qtbot: QtBot) -> None:
    done: list[int] = []
    threads: set[threading.Thread] = set()

    def write(number: int) -> Callable[[], None]:
        return lambda: (done.append(number), threads.add(threading.current_thread()))

    with qtbot.waitSignal(writer.idle):
        for number in range(5):
            writer.put(write(number))
    assert done == [0, 1, 2, 3, 4]
    assert threading.main_thread() not in threads


def test_an_error_is_told_and_does_not_stop_the_next(
    writer: Writer, told: Told, qtbot: QtBot
) -> None:
    done: list[str] = []
    writer.put(refused, lambda _: done.append("written"))
    writer.put(lambda: None, lambda _: done.append("next"))
    qtbot.waitUntil(lambda: done == ["next"])
    assert [problem.what for problem in told.problems] == ["The file could not be read."]


def test_who_asked_hears_of_the_error(writer: Writer, told: Told, qtbot: QtBot) -> None:
    heard: list[UserError] = []
    writer.put(refused, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert not told.problems


def test_a_page_that_went_is_written_for_and_not_called_back(
    writer: Writer, told: Told, qtbot: QtBot
) -> None:
    page, done = QObject(), []
    writer.put(lambda: done.append("written"), lambda _: done.append("called"), owner=page)
    writer.put(refused, failed=lambda _: done.append("failed"), owner=page)
    shiboken6.delete(page)
    qtbot.waitUntil(lambda: bool(told.problems))
    assert done == ["written"]


def test_flush_writes_at_once(writer: Writer, told: Told) -> None:
    done: list[str] = []
    writer.put(lambda: done.append("first"))
    writer.put(refused)
    writer.put(lambda: done.append("last"))
    writer.flush()
    assert done == ["first", "last"]
    assert len(told.problems) == 1
