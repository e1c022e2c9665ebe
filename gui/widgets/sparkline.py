"""A small loss curve: the shape only, with its last point in the voice's colour."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.theme.tokens import colour, theme, voice_colour

_POINTS = 60  # more cannot be told apart at this size


def paint_sparkline(painter: QPainter, box: QRectF, values: Sequence[float], voice: str) -> None:
    """Draw ``values`` from left to right, the largest at the top; fewer than two draw nothing."""
    if len(values) < 2:
        return
    values = values[:: max(1, len(values) // _POINTS)]
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    inside = box.adjusted(1, 3, -4, -4)
    step = inside.width() / (len(values) - 1)
    points = [
        QPointF(inside.left() + i * step, inside.bottom() - (v - low) / span * inside.height())
        for i, v in enumerate(values)
    ]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("text_3"), 1.5))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(voice_colour(voice))
    painter.drawEllipse(points[-1], 3, 3)


class Sparkline(QWidget):
    """``describe`` gives its text twin."""

    def __init__(self, voice: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._values: Sequence[float] = ()
        theme.changed.connect(self.update)

    def show_values(self, values: Sequence[float]) -> None:
        self._values = values
        self.update()

    def describe(self, name: str) -> None:
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(104, 34)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        paint_sparkline(QPainter(self), QRectF(self.rect()), self._values, self._voice)
