"""A voice's dot. The voice's name always stands beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme.tokens import colour, px, theme, voice_colour


def paint_dot(painter: QPainter, box: QRectF, voice: str | None, faint: bool = False) -> None:
    """A filled dot in the voice's colour; None, the model itself, is a hollow one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.45 if faint else 1.0)
    if voice is None:
        painter.setPen(QPen(colour("text_3"), 1.25))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(voice_colour(voice))
        painter.drawEllipse(box)
    painter.setOpacity(1.0)


OVERLAP = 0.45  # of a dot that the next one covers
MOST_DOTS = 3


def dots_width(side: float, count: int) -> float:
    """How wide the dots of so many voices are together."""
    return side * (1 + (max(1, min(count, MOST_DOTS)) - 1) * (1 - OVERLAP))


def paint_dots(painter: QPainter, box: QRectF, voices: Sequence[str], faint: bool = False) -> None:
    """The dots of voices that speak as one, from the left of ``box``; none is a hollow dot."""
    side = box.height()
    shown: Sequence[str | None] = voices[:MOST_DOTS] or [None]
    for at, voice in enumerate(shown):
        left = box.left() + at * side * (1 - OVERLAP)
        paint_dot(painter, QRectF(left, box.top(), side, side), voice, faint)


class Dot(QWidget):
    """``side`` pixels wide at a text size of 100 %."""

    def __init__(self, voice: str | None, side: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._side = voice, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_voice(self, voice: str | None) -> None:
        self._voice = voice
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        paint_dot(QPainter(self), QRectF(self.rect()), self._voice)


def dot_icon(voice: str | None, side: int = 10, faint: bool = False) -> QIcon:
    """The dot for a menu or a button; make it again when the theme changes."""
    ratio = 2
    image = QPixmap(side * ratio, side * ratio)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_dot(painter, QRectF(0, 0, side, side), voice, faint)
    painter.end()
    return QIcon(image)
