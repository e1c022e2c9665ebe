"""Timbre's mark, painted: five round bars, the middle one in the accent."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from gui.theme.tokens import colour, px, theme

# Half the height of each bar as a share of the mark's height.
WIDTH = 0.98  # of the height
BARS = (0.18, 0.31, 0.5, 0.35, 0.24)


def paint_mark(painter: QPainter, box: QRectF) -> None:
    """Fill ``box`` with the mark."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = box.height() * 0.115
    gap = (box.width() - width) / (len(BARS) - 1)
    for number, half in enumerate(BARS):
        middle = number == len(BARS) // 2
        pen = QPen(colour("accent" if middle else "text_2"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x = box.left() + width / 2 + gap * number
        reach = half * box.height() - width / 2
        centre = box.center().y()
        painter.drawLine(QPointF(x, centre - reach), QPointF(x, centre + reach))


class Mark(QWidget):
    """Decoration only: it takes no focus and has no name of its own."""

    def __init__(self, height: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(self._height), px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        side = px(self._height)
        wide = side * WIDTH
        box = QRectF((self.width() - wide) / 2, (self.height() - side) / 2, wide, side)
        painter = QPainter(self)
        paint_mark(painter, box)


def window_icon() -> QIcon:
    """The mark as the window's icon, in a few sizes."""
    made = QIcon()
    for side in (16, 32, 48, 128):
        image = QPixmap(side, side)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        edge = side * 0.06
        paint_mark(painter, QRectF(edge, edge, side - 2 * edge, side - 2 * edge))
        painter.end()
        made.addPixmap(image)
    return made
