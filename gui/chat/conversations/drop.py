"""A file of chats that is dragged onto the conversations."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from gui.chat.exchange import may_be_chats
from gui.voices.drop_area import dropped


class ChatsDrop(QObject):
    """Emits ``given`` with the Path of a file that was dropped on ``target``."""

    given = Signal(object)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt gives it
        if not isinstance(event, QDropEvent):  # of which one that enters is a kind
            return False
        path = dropped(event.mimeData())
        if path is None or not may_be_chats(path):
            return False
        # The file stays where it is, whatever the file manager proposes.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.given.emit(path)
        return True
