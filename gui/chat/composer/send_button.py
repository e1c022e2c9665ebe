"""Send, and while a reply is written, stop."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.theme.icons import draw
from gui.theme.tokens import colour, px
from gui.widgets.buttons import plain_tooltip

SIDE, RADIUS = 32, 8


class SendButton(QAbstractButton):
    """Painted, because it has two looks: an accent arrow, and a quiet square."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._stops = False
        self.set_stops(False)

    @property
    def stops(self) -> bool:
        """Whether a click stops the reply instead of sending."""
        return self._stops

    def set_stops(self, stops: bool) -> None:
        self._stops = stops
        name = self.tr("Stop") if stops else self.tr("Send")
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE), px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = self._colours()
        painter.setPen(Qt.PenStyle.NoPen if self.isEnabled() else QPen(colour("line"), 1))
        painter.setBrush(fill)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus() and self.isEnabled():
            painter.setPen(QPen(ink, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), RADIUS - 3, RADIUS - 3)
        self._paint_sign(painter, ink)

    def _paint_sign(self, painter: QPainter, ink: QColor) -> None:
        if self._stops:
            side = px(11)
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(QRectF(self.rect()).center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawRoundedRect(middle, 2, 2)
        else:
            side = px(18)
            x, y = (self.width() - side) / 2, (self.height() - side) / 2
            draw(painter, "arrow-up", ink, x, y, side)

    def _colours(self) -> tuple[QColor, QColor]:
        if not self.isEnabled():
            return colour("sunken"), colour("text_disabled")
        if self._stops:
            return colour("text_2" if self.isDown() else "text"), colour("canvas")
        if self.isDown():
            return colour("accent_pressed"), colour("on_accent")
        return colour("accent_hover" if self.underMouse() else "accent"), colour("on_accent")
