"""The busy ring: the only thing in the window that turns."""

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme.tokens import colour, theme

_STEP_MS = 50
_STEP_DEGREES = 18


class Ring(QObject):
    """Turns, and paints itself where it is told to. It stands still with reduced motion."""

    turned = Signal()

    def __init__(self, ink: QColor, parent: QObject) -> None:
        super().__init__(parent)
        self._ink = ink
        self._angle = 0
        if theme.motion:
            timer = QTimer(self)
            timer.timeout.connect(self._turn)
            timer.start(_STEP_MS)

    def _turn(self) -> None:
        self._angle = (self._angle + _STEP_DEGREES) % 360
        self.turned.emit()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = box.adjusted(1.5, 1.5, -1.5, -1.5)
        faint = QColor(self._ink)
        faint.setAlphaF(0.35)
        painter.setPen(QPen(faint, 2))
        painter.drawEllipse(inside)
        painter.setPen(QPen(self._ink, 2))
        painter.drawArc(inside, (90 - self._angle) * 16, -100 * 16)


class BusyRing(QWidget):
    """A ring of its own, 16 px, beside a sentence that says what is going on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(16, 16)
        self._ring = Ring(colour("accent"), self)
        self._ring.turned.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        self._ring.paint(QPainter(self), QRectF(self.rect()))
