"""From the click on "Start training" to the row of the run."""

from PySide6.QtCore import QObject, Signal

from engine.messages import Failed, Preparing, RunQueued, RunStarted, Train
from gui.context import Context
from gui.translate import words


class Starting(QObject):
    """``begun`` carries the run's id; ``failed`` what stands in the way."""

    stage = Signal(str)
    begun = Signal(int)
    failed = Signal(object)  # Failed
    ended = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = context.bridge
        self._job: int | None = None

    @property
    def busy(self) -> bool:
        return self._job is not None

    def start(self, command: Train) -> None:
        self._job = self._bridge.submit(
            command, on_update=self._hear, on_failed=self._fail, on_cancelled=self._end
        )

    def stop(self) -> None:
        """Give up before there is a run."""
        if self._job is not None:
            self._bridge.cancel(self._job)

    def _hear(self, update: object) -> None:
        if self._job is None:
            return
        if isinstance(update, Preparing):
            self.stage.emit(words(update.stage))
        elif isinstance(update, RunQueued | RunStarted):
            self._end()
            self.begun.emit(update.run)

    def _fail(self, failed: Failed) -> None:
        # Once there is a run, a failure is told on its page.
        if self._job is not None:
            self._end()
            self.failed.emit(failed)

    def _end(self) -> None:
        self._job = None
        self.ended.emit()
