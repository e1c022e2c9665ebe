"""What is free and what is needed, drawn under one bar."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import figures
from gui.models.need import Need
from gui.theme.fonts import font
from gui.theme.tokens import colour, px, theme
from gui.widgets.meter_bar import Part, paint_bar

BAR = 13


class NeedBar(QWidget):
    """The hatched end is what is lacking."""

    def __init__(self, need: Need, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._need = need
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{self._free()}, {self._needed()}")
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(252), px(60))

    def _free(self) -> str:
        words = QCoreApplication.translate("NeedBar", "{size} free")
        return words.format(size=figures.memory(self._need.judgement.free))

    def _needed(self) -> str:
        words = QCoreApplication.translate("NeedBar", "{size} needed")
        return words.format(size=figures.memory(self._need.judgement.need))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        need = self._need
        missing = need.judgement.missing
        box = QRectF(0, 0, self.width(), BAR)
        scale = box.width() / max(need.total + missing, 1)
        # The bar is longer than the memory by what is lacking, and the hatching lies in it.
        whole = need.total + missing
        hatched = round(missing * whole / max(need.total, 1))
        paint_bar(painter, box, [Part("mem_other", need.taken)], whole, hatched)
        start, end = need.taken * scale, need.total * scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._bracket(painter, start, end, BAR + px(10), self._free(), "text_2")
        self._bracket(painter, start, box.width() - 1, BAR + px(34), self._needed(), "bad")

    def _bracket(
        self, painter: QPainter, start: float, end: float, y: float, words: str, tone: str
    ) -> None:
        painter.setPen(QPen(colour(tone), 1))
        left, right, at = round(start) + 1, round(end) - 1, round(y)
        painter.drawLine(left, at, right, at)
        painter.drawLine(left, at - 4, left, at)
        painter.drawLine(right, at - 4, right, at)
        painter.setFont(font("caption"))
        wide = painter.fontMetrics().horizontalAdvance(words)
        room = QRectF(left - wide - 8, at - px(10), wide, px(16))
        if room.left() < 0:  # nothing to the left of the bracket: the words go under it
            room.moveTo(left, at + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
