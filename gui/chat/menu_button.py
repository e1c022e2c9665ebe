"""A quiet button that opens a list: text, and a small chevron behind it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent

from gui.theme.icons import draw
from gui.theme.tokens import colour, px
from gui.widgets.buttons import Button

CHEVRON = 15


class MenuButton(Button):
    def __init__(self, text: str, icon_name: str | None = None) -> None:
        super().__init__(text, "ghost", icon_name)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + px(CHEVRON) + 10, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = px(CHEVRON)
        ink = colour("text_2" if self.isEnabled() else "text_disabled")
        x, y = self.width() - side - 9, (self.height() - side) / 2
        draw(QPainter(self), "chevron-down", ink, x, y, side)
