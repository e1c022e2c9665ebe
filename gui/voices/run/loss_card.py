"""The card with the loss chart, its legend, and the same in words for a screen reader."""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QWidget

from gui import figures
from gui.theme.tokens import colour, px, theme, voice_colour
from gui.voices.curve import Curve
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
        self._keys = [_Key(kind) for kind in ("smooth", "each", "ring")]
        layout = column(self._legend(), gap=8, margins=(16, 12, 16, 12))
        layout.addWidget(self._plot, 1)
        self.setLayout(layout)
        self.setMinimumHeight(px(220))

    def show_curve(self, curve: Curve, step: int, steps: int, voice: str) -> None:
        self.curve = curve
        self._plot.show_curve(curve, steps, voice)
        for key in self._keys:
            key.set_voice(voice)
        self._describe(in_words(curve, step, steps))

    def _legend(self) -> QWidget:
        words = (
            self.tr("training, smoothed"),
            self.tr("every step"),
            self.tr("held-out notes"),
        )
        made = QWidget()
        layout = row(label(self.tr("Loss"), "heading"), None, gap=6)
        for key, text in zip(self._keys, words, strict=True):
            layout.addSpacing(10)
            layout.addWidget(key)
            layout.addWidget(label(text, "small", tone=2))
        made.setLayout(layout)
        return made

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


class _Key(QWidget):
    """The sign of one line in the legend."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind, self._voice = kind, "slate"
        theme.changed.connect(self.update)

    def set_voice(self, voice: str) -> None:
        self._voice = voice
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(10 if self._kind == "ring" else 14), px(14))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        if self._kind == "ring":
            painter.setPen(QPen(colour("text"), 1.5))
            painter.drawEllipse(middle, 4, 4)
            return
        ink = QColor(voice_colour(self._voice))
        ink.setAlphaF(1.0 if self._kind == "smooth" else 0.6)
        painter.setPen(QPen(ink, 2 if self._kind == "smooth" else 1))
        reach = QPointF(px(14) / 2, 0)
        painter.drawLine(middle - reach, middle + reach)


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
    return ", ".join(parts)
