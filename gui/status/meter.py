"""The live memory meter of the status bar; a click opens its details."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.status.details import MemoryDetails
from gui.status.parts import parts, used_of_total
from gui.theme.fonts import font
from gui.theme.tokens import colour, px, theme
from gui.widgets.meter_bar import paint_bar

if TYPE_CHECKING:
    from engine.memory.meter import Breakdown

BAR_WIDTH, BAR_HEIGHT = 248, 9
ANNOUNCE_S = 5.0  # a screen reader is told at most this often


class MemoryMeter(QAbstractButton):
    """Word, bar and figure; its accessible name says the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory: Breakdown | None = None
        self._tokens = 0
        self._announced = float("-inf")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.clicked.connect(self.open_details)
        self._name()
        theme.changed.connect(self.updateGeometry)

    def show_memory(self, memory: "Breakdown", tokens: int) -> None:
        """``tokens`` are those that the KV cache holds."""
        if (memory, tokens) == (self._memory, self._tokens):
            return
        self._memory, self._tokens = memory, tokens
        self._name()
        self._announce()
        self.updateGeometry()
        self.update()

    def open_details(self) -> MemoryDetails | None:
        """None before the first reading."""
        if self._memory is None:
            return None
        details = MemoryDetails(self._memory, self._tokens, self)
        details.open_above(self)
        return details

    def _figure(self) -> str:
        return used_of_total(self._memory) if self._memory is not None else ""

    def _name(self) -> None:
        name = self.tr("Memory, {used} used").format(used=self._figure())
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Show what uses memory"))

    def _announce(self) -> None:
        now = time.monotonic()
        if now - self._announced >= ANNOUNCE_S:
            self._announced = now
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, self._figure()))

    def _word(self) -> str:
        return self.tr("Memory")

    def _spans(self) -> tuple[int, int, int]:
        """Widths of the word, the bar and the figure."""
        # Not the widget's own font: to set it while painting would ask for another paint.
        word = QFontMetrics(font("small")).horizontalAdvance(self._word())
        figure = QFontMetrics(font("small", 600)).horizontalAdvance(self._figure())
        return word, px(BAR_WIDTH), figure

    def sizeHint(self) -> QSize:
        return QSize(sum(self._spans()) + 10 + 10 + 8, px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        word, bar, figure = self._spans()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font("small"))
        painter.setPen(colour("text_2"))
        painter.drawText(QRectF(4, 0, word + 4, self.height()), middle, self._word())
        box = QRectF(4 + word + 10, (self.height() - BAR_HEIGHT) / 2, bar, BAR_HEIGHT)
        shown = parts(self._memory) if self._memory is not None else []
        paint_bar(painter, box, shown, self._memory.total if self._memory is not None else 1)
        painter.setFont(font("small", 600))
        painter.setPen(colour("text"))
        painter.drawText(
            QRectF(box.right() + 10, 0, figure + 4, self.height()), middle, self._figure()
        )
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 2, -1, -2), 6, 6)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.updateGeometry()
        super().changeEvent(event)
