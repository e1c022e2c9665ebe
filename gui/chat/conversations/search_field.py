"""The search field: an icon before the words, and the keys that lead to it behind."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.shortcuts import shown
from gui.theme.fonts import font
from gui.theme.icons import draw
from gui.theme.tokens import colour, px, theme

ICON = 15


class SearchField(QLineEdit):
    """Down goes to the list, Esc clears; both are signals."""

    down = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search conversations"))
        theme.changed.connect(self._make_room)
        self._make_room()

    def _make_room(self) -> None:
        # The style sheet's own padding comes on top.
        self.setTextMargins(px(ICON) + 8, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = px(ICON)
        draw(painter, "search", colour("text_2"), 11, (self.height() - side) / 2, side)
        if not self.text() and not self.hasFocus():
            painter.setFont(font("caption"))
            painter.setPen(colour("text_3"))
            box = QRectF(self.rect()).adjusted(0, 0, -12, 0)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, right, shown("Ctrl+F").replace("+", " "))
