"""Calls a function at most so often, and always once more after the last change."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

NUMBERS_MS = 500  # numbers on screen change at most twice a second


class Throttle(QObject):
    """``call()`` runs the function at once, or when the pause since the last run is over."""

    def __init__(
        self, function: Callable[[], None], parent: QObject, pause_ms: int = NUMBERS_MS
    ) -> None:
        super().__init__(parent)
        self._function = function
        self._waiting = False
        self._timer = QTimer(self, singleShot=True, interval=pause_ms)
        self._timer.timeout.connect(self._again)

    def call(self) -> None:
        if self._timer.isActive():
            self._waiting = True
            return
        self._timer.start()
        self._function()

    def flush(self) -> None:
        """Run what still waits, now."""
        self._timer.stop()
        self._again()

    def _again(self) -> None:
        if self._waiting:
            self._waiting = False
            self._timer.start()
            self._function()
