"""One question to several speakers, one after another, under one seed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from engine.messages import Answer, Ask, Failed, Piece, Update
from gui.bridge import Bridge


@dataclass(frozen=True)
class Turn:
    """What one column asks; ``place`` is the column."""

    place: int
    command: Ask


class Asking(QObject):
    """The next speaker begins when the one before has ended; ``stop`` ends them all."""

    begun = Signal(int)  # place
    said = Signal(int, str)  # place, some more text
    answered = Signal(int, object)  # place, Answer
    failed = Signal(int, object)  # place, Failed
    stopped = Signal(int)  # place
    ended = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._waiting: list[Turn] = []
        self._job: int | None = None

    @property
    def busy(self) -> bool:
        return self._job is not None

    def ask(self, turns: Sequence[Turn]) -> None:
        """Begin; what was asked before must have ended."""
        self._waiting = list(turns)
        self._next()

    def stop(self) -> None:
        """Keep what was said; those who wait are not asked any more."""
        given_up, self._waiting = self._waiting, []
        for turn in given_up:
            self.stopped.emit(turn.place)
        if self._job is not None:
            self._bridge.cancel(self._job)

    def _next(self) -> None:
        if not self._waiting:
            self._job = None
            self.ended.emit()
            return
        turn = self._waiting.pop(0)
        self.begun.emit(turn.place)
        self._job = self._bridge.submit(
            turn.command,
            on_update=lambda update: self._take(turn.place, update),
            on_finished=lambda answer: self._finish(turn.place, answer),
            on_failed=lambda failed: self._fail(turn.place, failed),
            on_cancelled=lambda: self._cancelled(turn.place),
            owner=self,
        )

    def _take(self, place: int, update: Update) -> None:
        if isinstance(update, Piece) and update.text:
            self.said.emit(place, update.text)

    def _finish(self, place: int, answer: Answer) -> None:
        self.answered.emit(place, answer)
        self._next()

    def _fail(self, place: int, failed: Failed) -> None:
        """The others would meet the same trouble, or none: each is asked."""
        self.failed.emit(place, failed)
        self._next()

    def _cancelled(self, place: int) -> None:
        self.stopped.emit(place)
        self._next()
