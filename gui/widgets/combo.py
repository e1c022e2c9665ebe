"""A combo box with the theme's own chevron: the style sheet can only take a file's."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from gui.theme.icons import draw
from gui.theme.tokens import colour, px


class Combo(QComboBox):
    """``name`` says what is chosen. Turning the wheel over it changes nothing by accident."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(QListView())  # the style sheet reaches its rows
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # the name is replaced by the current text
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = px(15)
        ink = colour("text_2" if self.isEnabled() else "text_disabled")
        x, y = self.width() - side - 11, (self.height() - side) / 2
        draw(QPainter(self), "chevron-down", ink, x, y, side)
