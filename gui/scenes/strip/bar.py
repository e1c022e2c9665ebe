"""A bar whose parts are fields in their colours, or the share of the context."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme.tokens import colour, px, theme
from gui.widgets.meter_bar import RADIUS

HEIGHT = 10


class TokenBar(QWidget):
    """``show_parts`` takes colours with their tokens; the text beside it says the same."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self._parts: Sequence[tuple[QColor, int]] = ()
        self._total = 1
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_parts(self, parts: Sequence[tuple[QColor, int]], total: int) -> None:
        self._parts, self._total = parts, max(total, 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._width), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, RADIUS, RADIUS)
        painter.setClipPath(outline)
        painter.fillRect(self.rect(), colour("mem_free"))
        x, scale = frame.left(), frame.width() / self._total
        for ink, tokens in self._parts:
            wide = tokens * scale
            painter.fillRect(QRectF(x, 0, max(1.0, wide - 1), self.height()), ink)
            x += wide
        painter.setClipping(False)
        painter.setPen(QPen(colour("line_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
