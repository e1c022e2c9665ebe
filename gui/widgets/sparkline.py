"""A small loss curve: the shape only, with its last point in the voice's colour."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from gui.theme.tokens import colour, voice_colour

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
