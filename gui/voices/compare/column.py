"""One speaker of a comparison: who, how strongly, and what was said."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from engine.messages import Answer, Failed
from gui import figures
from gui.chat.composer.strength import Strength
from gui.translate import words
from gui.voices.compare.choices import Choice
from gui.widgets.buttons import icon_button
from gui.widgets.combo import Combo
from gui.widgets.dot import Dot
from gui.widgets.labels import ElidedLabel
from gui.widgets.layouts import column, row

FLUSH_MS = 33  # streamed text is shown at most so often
translate = QCoreApplication.translate


class SpeakerColumn(QFrame):
    """``removed`` asks for the column to go; ``number`` counts from 1, for its name."""

    removed = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._choices: Sequence[Choice] = ()
        self._pending = ""
        self.dot = Dot(None, 10)
        self.speaker = Combo(self.tr("Speaker {number}").format(number=number))
        self.strength = Strength()
        self.remove = icon_button("x", self.tr("Remove speaker {number}").format(number=number))
        self.text = QPlainTextEdit()
        self.foot = ElidedLabel("", "small", tone=3)
        self._flush = QTimer(self, interval=FLUSH_MS, singleShot=True)
        self._lay_out(number)
        self.speaker.currentIndexChanged.connect(self._chosen)
        self.remove.clicked.connect(self.removed)
        self._flush.timeout.connect(self._append)

    def _lay_out(self, number: int) -> None:
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("quiet", "true")
        self.text.setAccessibleName(self.tr("Reply of speaker {number}").format(number=number))
        head = row(self.dot, self.speaker, self.remove, gap=8)
        head.setStretch(1, 1)
        self.setLayout(
            column(
                head,
                row(self.strength, None),
                self.text,
                self.foot,
                gap=8,
                margins=(12, 12, 12, 12),
            )
        )

    def offer(self, choices: Sequence[Choice], chosen: int) -> None:
        """Show who can speak; the first of them is the model itself."""
        self._choices = choices
        self.speaker.blockSignals(True)
        self.speaker.clear()
        self.speaker.addItems([choice.name for choice in choices])
        self.speaker.setCurrentIndex(min(chosen, len(choices) - 1))
        self.speaker.blockSignals(False)
        self._chosen()

    def choice(self) -> Choice:
        return self._choices[self.speaker.currentIndex()]

    def clear(self) -> None:
        self._pending = ""
        self.text.clear()
        self.foot.setText("")

    def wait(self) -> None:
        self.clear()
        self.foot.setText(translate("Compare", "Waiting for its turn…"))

    def begin(self) -> None:
        self.foot.setText(translate("Compare", "Speaking…"))

    def add(self, text: str) -> None:
        self._pending += text
        if not self._flush.isActive():
            self._flush.start()

    def finish(self, answer: Answer) -> None:
        self._append()
        said = translate("Compare", "{tokens} tokens, {speed} tokens/s")
        self.foot.setText(
            said.format(
                tokens=figures.whole(answer.tokens),
                speed=figures.decimal(answer.tokens_per_second),
            )
        )

    def stop(self) -> None:
        self._append()
        self.foot.setText(translate("Compare", "Stopped"))

    def fail(self, failed: Failed) -> None:
        self._append()
        self.foot.setText(f"{words(failed.what)} {words(failed.why)}")

    def _append(self) -> None:
        """At the end, wherever the reader's own cursor is."""
        if self._pending:
            cursor = QTextCursor(self.text.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(self._pending)
            self._pending = ""

    def _chosen(self) -> None:
        choice = self.choice()
        self.dot.set_voice(choice.colour)
        self.strength.setEnabled(choice.voice is not None)
        self.setAccessibleName(choice.name)
