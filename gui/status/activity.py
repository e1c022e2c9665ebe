"""What the engine is doing now, in a word or two."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from engine.messages import (
    Cancelled,
    Event,
    Failed,
    Finished,
    Piece,
    Preparing,
    Progress,
    Reading,
    TrainingStep,
    Update,
)
from gui import figures
from gui.translate import words

EVERY_MS = 500  # a number changes at most twice a second


class Activity(QLabel):
    """Idle, tokens per second of a reply, or the step of a training."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "small")
        self._updates: dict[int, Update] = {}  # the last of each job that goes on
        self._timer = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._timer.timeout.connect(self._show)
        self._show()

    def hear(self, event: Event) -> None:
        """Take an event of the bridge; the words follow within half a second."""
        if isinstance(event, Progress):
            if isinstance(event.update, Preparing | Reading | Piece | TrainingStep):
                self._updates[event.job] = event.update
        elif isinstance(event, Finished | Failed | Cancelled):
            self._updates.pop(event.job, None)
        else:
            return
        if not self._timer.isActive():
            self._timer.start()

    def _show(self) -> None:
        self.setText(self._words())
        self.setAccessibleName(self.text())

    def _words(self) -> str:
        # A reply is told before the training that it interrupts.
        kinds = (Piece, Reading, TrainingStep, Preparing)
        for kind in kinds:
            for update in self._updates.values():
                if isinstance(update, kind):
                    return self._tell(update)
        return self.tr("idle")

    def _tell(self, update: Update) -> str:
        match update:
            case Piece():
                return self.tr("{number} tokens/s").format(
                    number=figures.decimal(update.tokens_per_second)
                )
            case TrainingStep():
                return self.tr("training, step {step} of {steps}").format(
                    step=figures.whole(update.step), steps=figures.whole(update.steps)
                )
            case Preparing():
                return words(update.stage)
            case _:
                return self.tr("reading")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)
