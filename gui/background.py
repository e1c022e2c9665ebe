"""Reads that take longer than a frame, off the GUI thread: catalog queries, mostly."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

T = TypeVar("T")


@dataclass(frozen=True)
class _Result:
    value: Any
    error: Exception | None
    then: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    owner: QObject | None


class _Relay(QObject):
    """Lives in the GUI thread and receives what the pool's threads have done."""

    done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self, result: _Result) -> None:
        if result.owner is not None and not shiboken6.isValid(result.owner):
            return  # the page that asked is gone
        if result.error is None:
            result.then(result.value)
        elif result.failed is not None:
            result.failed(result.error)
        else:
            raise result.error


_relays: list[_Relay] = []


def run(
    function: Callable[[], T],
    then: Callable[[T], None],
    *,
    failed: Callable[[Exception], None] | None = None,
    owner: QObject | None = None,
) -> None:
    """Call ``function`` on a pool thread and ``then`` with its result in the GUI thread.

    Call it from the GUI thread. ``then`` is left out when ``owner`` has been deleted
    meanwhile; an error goes to ``failed``, or is raised in the GUI thread, where the program
    tells a ``UserError`` as what it is (``gui/app.py``).
    """
    if not _relays:
        _relays.append(_Relay())
    relay = _relays[0]

    def work() -> None:
        value, error = None, None
        try:
            value = function()
        except Exception as problem:  # delivered to the GUI thread, whatever it is
            error = problem
        relay.done.emit(_Result(value, error, then, failed, owner))

    QThreadPool.globalInstance().start(work)


def finish(milliseconds: int) -> bool:
    """Wait for the reads that are under way; says whether all have ended."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)
