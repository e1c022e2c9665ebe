"""A bar of memory parts: the status bar's meter, estimates, fit cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme.tokens import colour, theme

RADIUS = 3.0
LEAST = 3.0  # pixels of a part that exists


@dataclass(frozen=True)
class Part:
    """Bytes of one use; ``token`` is its colour: mem_weights, mem_voices, mem_kv,
    mem_training or mem_other."""

    token: str
    bytes: int


def widths(parts: Sequence[Part], total: int, room: float) -> list[float]:
    """Pixels of each part of ``room``; one that exists gets at least three."""
    scale = room / max(total, 1)
    wanted = [max(LEAST, part.bytes * scale) if part.bytes > 0 else 0.0 for part in parts]
    over = sum(wanted) - room
    if over <= 0:
        return wanted
    # The smallest parts keep their three pixels; the large ones give way.
    spare = sum(wide - LEAST for wide in wanted if wide > LEAST) or 1.0
    return [w - over * (w - LEAST) / spare if w > LEAST else w for w in wanted]


def paint_bar(
    painter: QPainter, box: QRectF, parts: Sequence[Part], total: int, over: int = 0
) -> None:
    """Paint the parts from the left, the rest free; ``over`` bytes too many are hatched."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
    outline = QPainterPath()
    outline.addRoundedRect(frame, RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(box, colour("mem_free"))
    x = box.left() + 1
    room = box.width() - 2
    for part, wide in zip(parts, widths(parts, total, room), strict=True):
        if wide:
            painter.fillRect(QRectF(x, box.top(), wide, box.height()), colour(part.token))
            x += wide
            painter.fillRect(QRectF(x - 1, box.top(), 1, box.height()), colour("mem_free"))
    if over > 0:
        _hatch(painter, box, max(12.0, room * over / max(total + over, 1)))
    painter.restore()
    painter.setPen(QPen(colour("bad" if over > 0 else "line_strong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)


def _hatch(painter: QPainter, box: QRectF, wide: float) -> None:
    end = QRectF(box.right() - wide, box.top(), wide, box.height())
    painter.fillRect(end, colour("bad_soft"))
    painter.setPen(QPen(colour("bad"), 1.5))
    painter.setClipRect(end, Qt.ClipOperation.IntersectClip)
    x = end.left() - box.height()
    while x < end.right():
        painter.drawLine(round(x), round(box.bottom()), round(x + box.height()), round(box.top()))
        x += 5


class MeterBar(QWidget):
    """A bar that shows what it is given; ``describe`` names it for a screen reader."""

    def __init__(self, height: int = 11, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self._parts: Sequence[Part] = ()
        self._total, self._over = 1, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_parts(self, parts: Sequence[Part], total: int, over: int = 0) -> None:
        """``total`` and ``over`` in bytes."""
        if (parts, total, over) != (self._parts, self._total, self._over):
            self._parts, self._total, self._over = parts, total, over
            self.update()

    def describe(self, name: str) -> None:
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(120, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        box = QRectF(0, (self.height() - self._height) / 2, self.width(), self._height)
        paint_bar(QPainter(self), box, self._parts, self._total, self._over)
