"""Writes to the catalog off the GUI thread, one after the other, in the order they were asked.

A commit waits for the disk; a draft that is typed must not make the window wait with it.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from adapters.errors import UserError
from gui import background
from gui.notices import Notices

T = TypeVar("T")
WAIT_MS = 500  # for a write under way when the window closes; those after it are done at once


@dataclass(frozen=True)
class _Write:
    function: Callable[[], Any]
    then: Callable[[Any], None] | None
    failed: Callable[[UserError], None] | None
    owner: QObject | None

    @property
    def is_awaited(self) -> bool:
        return self.owner is None or shiboken6.isValid(self.owner)


class Writer(QObject):
    """One queue for the whole window; ``then`` and ``failed`` are called in the GUI thread."""

    idle = Signal()  # all that was asked is written

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._queue: deque[_Write] = deque()
        self._busy = False

    def put(
        self,
        function: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Queue a write. What the owner can mend goes to ``failed``, else to the notices.

        Once ``owner`` has been deleted it is written all the same, but not called back.
        """
        self._queue.append(_Write(function, then, failed, owner))
        if not self._busy:
            self._next()

    def is_busy(self) -> bool:
        return self._busy or bool(self._queue)

    def flush(self) -> None:
        """Do now what is queued: the page goes, and nothing may be lost."""
        if self._busy:
            background.finish(WAIT_MS)
        while self._queue:
            write = self._queue.popleft()
            try:
                write.function()
            except UserError as error:
                self._tell(write, error)

    def _next(self) -> None:
        if self._queue:
            write = self._queue.popleft()
            self._busy = True
            background.run(
                write.function,
                lambda value: self._done(write, value),
                failed=lambda error: self._failed(write, error),
                owner=self,
            )
        else:
            self.idle.emit()

    def _done(self, write: _Write, value: Any) -> None:
        self._busy = False
        if write.then is not None and write.is_awaited:
            write.then(value)
        if not self._busy:
            self._next()

    def _failed(self, write: _Write, error: Exception) -> None:
        self._busy = False
        self._next()
        if not isinstance(error, UserError):
            raise error
        self._tell(write, error)

    def _tell(self, write: _Write, error: UserError) -> None:
        if write.failed is not None and write.is_awaited:
            write.failed(error)
        else:
            self._notices.problem(error)
