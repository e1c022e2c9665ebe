"""The current message of a thread: arrows go from one to the next, Tab through its controls.

The thread is one Tab stop among the panes. Its widgets come and go, so the order in which
Qt would walk them says nothing; here it is said.
"""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from gui.chat.thread.entries import Entry, Key
from gui.chat.thread.item import Item


class Thread(Protocol):
    """What it walks on."""

    def item(self, key: Key) -> Item | None: ...
    def bring(self, key: Key) -> Item: ...
    def entries(self) -> list[Entry]: ...
    def neighbour(self, key: Key, by: int) -> Key | None: ...


class Walk(QObject):
    left = Signal(bool)  # Tab (True) or Shift+Tab has gone out of the thread

    def __init__(self, thread: Thread) -> None:
        super().__init__(thread if isinstance(thread, QObject) else None)
        self._thread = thread
        self.current: Key | None = None

    def make_current(self, key: Key) -> None:
        old = self._current_item()
        if self.current != key and old is not None:
            old.set_current(False)
        self.current = key
        if (item := self._thread.item(key)) is not None:
            item.set_current(True)

    def enter(self, reason: Qt.FocusReason) -> None:
        """The focus comes into the thread: to the current message, else to the newest."""
        entries = self._thread.entries()
        if not entries:
            return
        known = {entry.key for entry in entries}
        key = self.current if self.current in known else entries[-1].key
        assert key is not None
        self._thread.bring(key).setFocus(reason)

    def step(self, by: int) -> None:
        """Go ``by`` messages further."""
        key = self._thread.neighbour(self.current, by) if self.current is not None else None
        if key is not None:
            self._thread.bring(key).setFocus(Qt.FocusReason.TabFocusReason)

    def tab(self, forward: bool) -> bool:
        """Go to the next control of the current message, or out; False where none is current."""
        item, focused = self._current_item(), QApplication.focusWidget()
        if item is None or focused is None:
            return False
        stops: list[QWidget] = [item, *item.stops()]
        place = (stops.index(focused) if focused in stops else 0) + (1 if forward else -1)
        if 0 <= place < len(stops):
            ahead, back = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason
            stops[place].setFocus(ahead if forward else back)
        else:
            self.left.emit(forward)
        return True

    def _current_item(self) -> Item | None:
        return self._thread.item(self.current) if self.current is not None else None
