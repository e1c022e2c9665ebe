"""An on-off switch; it says its state in its accessible name's companion, "checked"."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.theme.tokens import colour, px

WIDTH, HEIGHT, EDGE = 36, 20, 4  # EDGE leaves room for the focus ring


class Switch(QAbstractButton):
    """``toggled`` as for any checkable button."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH) + 2 * EDGE, px(HEIGHT) + 2 * EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        round_ = body.height() / 2
        on = self.isChecked()
        painter.setPen(QPen(colour("accent" if on else "control_line"), 1))
        painter.setBrush(colour("accent" if on else "raised"))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("on_accent" if on else "control_line"))
        knob = body.height() - 8
        x = body.right() - knob - 4 if on else body.left() + 4
        painter.drawEllipse(QRectF(x, body.top() + 4, knob, knob))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), round_, round_)
