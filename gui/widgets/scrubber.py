"""A slider over some steps of a long way: it stands only at those that exist."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from gui import figures
from gui.theme.fonts import font
from gui.theme.tokens import colour, px, theme

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_PageUp)


class Scrubber(QSlider):
    """Its value is a step. Left and Right go to the one before and after; ``chosen`` follows."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._steps: tuple[int, ...] = ()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_steps(self, steps: Sequence[int], value: int) -> None:
        """``steps`` rise and are not empty; ``value`` is one of them."""
        self._steps = tuple(steps)
        self.setRange(self._steps[0], max(self._steps[-1], self._steps[0] + 1))
        self.setValue(value)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._steps or event.key() not in (*_BACK, *_ON, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
            return
        at = self._steps.index(self.value())
        if event.key() in _BACK:
            at = max(0, at - 1)
        elif event.key() in _ON:
            at = min(len(self._steps) - 1, at + 1)
        else:
            at = 0 if event.key() == Qt.Key.Key_Home else len(self._steps) - 1
        self._choose(self._steps[at])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose_at(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _choose_at(self, x: float) -> None:
        if self._steps:
            self._choose(min(self._steps, key=lambda step: abs(self._x(step) - x)))

    def _choose(self, step: int) -> None:
        if step != self.value():
            self.setValue(step)
            self.update()
            self.chosen.emit(step)

    def _x(self, step: int) -> float:
        first, last = self.minimum(), self.maximum()
        side = px(8)
        return side + (step - first) / (last - first) * (self.width() - 2 * side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, here = px(9), self._x(self.value())
        painter.setPen(Qt.PenStyle.NoPen)
        for end, ink in ((self._x(self.maximum()), "line_strong"), (here, "accent")):
            painter.setBrush(colour(ink))
            start = self._x(self.minimum())
            painter.drawRoundedRect(QRectF(start, middle - 2, end - start, 4), 2, 2)
        self._paint_ticks(painter, middle)
        painter.setPen(QPen(colour("focus" if self.hasFocus() else "accent"), 2))
        painter.setBrush(colour("accent" if self.hasFocus() else "raised"))
        painter.drawEllipse(QPointF(here, middle), px(6.5), px(6.5))

    def _paint_ticks(self, painter: QPainter, middle: float) -> None:
        """A mark for each step; words where there is room for them, the ends first."""
        painter.setFont(font("caption"))
        top = middle + px(9)
        for step in self._steps:
            painter.fillRect(QRectF(self._x(step), top, 1, px(3)), colour("control_line"))
        painter.setPen(colour("text_2"))
        for step, place in self._labels(painter):
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(place.translated(0, top + px(3)), flags, figures.whole(step))

    def _labels(self, painter: QPainter) -> list[tuple[int, QRectF]]:
        """Steps with the places of their words, none over another and none cut off."""
        placed: list[tuple[int, QRectF]] = []
        ends = [*self._steps[:1], *self._steps[:0:-1][:1]]
        for step in (*ends, *self._steps):
            width = painter.fontMetrics().horizontalAdvance(figures.whole(step)) + 2
            left = min(max(0.0, self._x(step) - width / 2), self.width() - width)
            place = QRectF(left, 0, width, px(15))
            gap = px(8)
            if not any(place.adjusted(-gap, 0, gap, 0).intersects(other) for _, other in placed):
                placed.append((step, place))
        return placed


def nearest(steps: Sequence[int], wanted: int) -> int:
    """The last of the rising ``steps`` that is not after ``wanted``, else the first."""
    at = bisect_left(steps, wanted + 1)
    return steps[max(0, at - 1)]
