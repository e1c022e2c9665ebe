"""The card with the loss chart, its legend, and the same in words for a screen reader."""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QWidget

from gui import figures
from gui.theme.tokens import colour, px
from gui.voices.curve import Curve
from gui.voices.run.loss_legend import LossLegend
from gui.voices.run.loss_plot import LossPlot
from gui.widgets.labels import label
from gui.widgets.layouts import column, row

SPEAK_MS = 5000  # a screen reader hears of a change at most this often


class LossCard(QFrame):
    """One Tab stop; its description is the chart's text twin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Loss"))
        self._plot = LossPlot()
        self.curve = Curve()
        self._spoken = QElapsedTimer()
        self._legend = LossLegend()
        head = row(label(self.tr("Loss"), "heading"), gap=12)
        head.addWidget(self._legend, 1)
        layout = column(head, gap=8, margins=(16, 12, 16, 12))
        layout.addWidget(self._plot, 1)
        self.setLayout(layout)
        self.setMinimumHeight(px(220))

    def show_curve(self, curve: Curve, step: int, steps: int, voice: str) -> None:
        self.curve = curve
        self._plot.show_curve(curve, steps, voice)
        self._legend.set_voice(voice)
        self._describe(in_words(curve, step, steps))

    def mark_step(self, step: int | None) -> None:
        """A line at the step that is looked at elsewhere; None takes it away."""
        self._plot.mark_step(step)

    def _describe(self, words: str) -> None:
        self.setAccessibleDescription(words)
        if not self._spoken.isValid() or self._spoken.hasExpired(SPEAK_MS):
            self._spoken.start()
            change = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(change)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


def in_words(curve: Curve, step: int, steps: int) -> str:
    """The chart as a sentence: "step 184 of 320, loss 2.15, held-out loss 2.27"."""
    parts = [
        QCoreApplication.translate("LossCard", "step {step} of {steps}").format(
            step=figures.whole(step), steps=figures.whole(steps)
        )
    ]
    points, held_out = curve.points(), curve.latest_held_out()
    if points:
        words = QCoreApplication.translate("LossCard", "loss {loss}")
        parts.append(words.format(loss=figures.decimal(points[-1][1], 2)))
    if held_out is not None:
        words = QCoreApplication.translate("LossCard", "held-out loss {loss}")
        parts.append(words.format(loss=figures.decimal(held_out, 2)))
    if best := curve.best():
        words = QCoreApplication.translate("LossCard", "best {loss} at step {step}, which is kept")
        parts.append(words.format(loss=figures.decimal(best[1], 2), step=figures.whole(best[0])))
    return ", ".join(parts)
