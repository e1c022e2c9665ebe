"""Asks the engine what would be learned, and listens only to the last question."""

from PySide6.QtCore import QObject, QTimer, Signal

from engine.messages import Failed, NoteSeen, NotesPreview
from gui.context import Context
from gui.throttle import Throttle
from gui.voices.new_voice.draft import Draft

SETTLE_MS = 500  # options are asked about when the owner has stopped turning them


class Previewing(QObject):
    """``ask`` cancels what was asked before."""

    seen = Signal(int)  # files read so far
    ready = Signal(object)  # NotesPreview
    failed = Signal(object)  # Failed

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = context.bridge
        self._job: int | None = None
        self._count = 0
        self._draft: Draft | None = None
        self._counting = Throttle(lambda: self.seen.emit(self._count), self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._ask)

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None or self._settle.isActive()

    def ask(self, draft: Draft) -> None:
        """Ask at once."""
        self._draft = draft
        self._ask()

    def ask_soon(self, draft: Draft) -> None:
        """Ask when nothing has changed for half a second."""
        self._draft = draft
        self._settle.start()

    def stop(self) -> None:
        self._settle.stop()
        if self._job is not None:
            self._bridge.cancel(self._job)
            self._job = None

    def _ask(self) -> None:
        self.stop()
        assert self._draft is not None
        self._count = 0
        # The callbacks come later than this line: events are never handled inside a call.
        job = self._bridge.submit(
            self._draft.preview(),
            on_update=lambda update: self._hear(job, update),
            on_finished=lambda result: self._take(job, result),
            on_failed=lambda failed: self._fail(job, failed),
            owner=self,
        )
        self._job = job

    def _hear(self, job: int, update: object) -> None:
        if job == self._job and isinstance(update, NoteSeen):
            self._count = update.seen
            self._counting.call()

    def _take(self, job: int, result: NotesPreview) -> None:
        if job == self._job:
            self._job = None
            self.ready.emit(result)

    def _fail(self, job: int, failed: Failed) -> None:
        if job == self._job:
            self._job = None
            self.failed.emit(failed)
