"""The field of the card: it keeps the focus, and the keys that move in the list are the list's."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QListView

from gui.widgets.icon_field import IconField

MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class GoToField(IconField):
    """``entered`` when Enter was pressed. Esc is left to the card, also where text stands."""

    entered = Signal()

    def __init__(self, name: str, moved: QListView) -> None:
        super().__init__("search", name)
        self._moved = moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MOVES:
            QApplication.sendEvent(self._moved, event)
            event.accept()  # also at either end of the list
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
