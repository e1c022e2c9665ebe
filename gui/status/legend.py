"""Coloured squares with their words; a part that does not exist leaves the legend."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.status.parts import TOKENS, use_name
from gui.theme.fonts import font
from gui.theme.tokens import colour, px, theme

if TYPE_CHECKING:
    from engine.memory.meter import Breakdown


def paint_square(painter: QPainter, box: QRectF, use: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    free = use == "free"
    painter.setPen(QPen(colour("line_strong"), 1) if free else Qt.PenStyle.NoPen)
    painter.setBrush(colour(TOKENS[use]))
    edge = 0.5 if free else 0.0
    painter.drawRoundedRect(box.adjusted(edge, edge, -edge, -edge), 2, 2)


class Square(QWidget):
    """One square of the legend, beside a label."""

    def __init__(self, use: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._use = use
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(8, 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        paint_square(QPainter(self), QRectF(self.rect()), self._use)


class Legend(QWidget):
    """One line of squares and words; it is left out from the right where there is no room."""

    GAP, INNER = 12, 5

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uses: tuple[str, ...] = ("free",)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.updateGeometry)

    def uses(self) -> tuple[str, ...]:
        return self._uses

    def show_uses(self, memory: "Breakdown") -> None:
        shown = (use for use in TOKENS if use != "own")
        uses = tuple(use for use in shown if use == "free" or getattr(memory, use) > 0)
        if uses != self._uses:
            self._uses = uses
            self.updateGeometry()
            self.update()

    def _widths(self) -> list[int]:
        self.setFont(font("caption", 400))
        words = self.fontMetrics()
        return [8 + self.INNER + words.horizontalAdvance(use_name(use)) for use in self._uses]

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + self.GAP * (len(self._uses) - 1), px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(16))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setFont(font("caption", 400))
        x = 0
        for use, wide in zip(self._uses, self._widths(), strict=True):
            if x + wide > self.width():
                return
            paint_square(painter, QRectF(x, (self.height() - 8) / 2, 8, 8), use)
            painter.setPen(colour("text_2"))
            left = x + 8 + self.INNER
            box = QRectF(left, 0, wide, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, use_name(use))
            x += wide + self.GAP
