"""A line of text with an icon before it, for searches and paths."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.theme.icons import draw
from gui.theme.tokens import colour, px, theme

ICON = 15


class IconField(QLineEdit):
    """The icon is painted: an action of Qt's own would be a button without a name."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAccessibleName(name)
        theme.changed.connect(self._make_room)
        self._make_room()

    def _make_room(self) -> None:
        # The style sheet's own padding comes on top.
        self.setTextMargins(px(ICON) + 8, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() and not self.isReadOnly():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = px(ICON)
        draw(QPainter(self), self._icon, colour("text_2"), 11, (self.height() - side) / 2, side)
