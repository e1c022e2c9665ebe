"""Changes a message that was sent: the text, Cancel and Send again."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from gui.chat.composer.message_edit import MessageEdit
from gui.widgets.buttons import ghost, primary
from gui.widgets.layouts import column, row
from gui.widgets.note import Note


class EditBox(QFrame):
    sent = Signal(str)
    dropped = Signal()
    changed = Signal(str)
    grown = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self.field = MessageEdit(self.tr("Edit the message"))
        self.note = Note(self.field.set_text(text))
        self.send = primary(self.tr("Send again")).set_small()
        self.cancel = ghost(self.tr("Cancel")).set_small()
        layout = column(
            self.field, self.note, row(None, self.cancel, self.send), margins=(12, 8, 8, 8)
        )
        self.setLayout(layout)
        self.field.textChanged.connect(lambda: self.changed.emit(self.field.toPlainText()))
        self.field.grown.connect(self.grown)
        self.field.bounded.connect(self._tell)
        self.field.sent.connect(self._send)
        self.send.clicked.connect(self._send)
        self.cancel.clicked.connect(self.dropped)

    def lay_out(self, width: int) -> int:
        """Take a width and give the height for it."""
        self.resize(width, self.height())
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = layout.sizeHint().height()
        self.resize(width, height)
        return height

    def _tell(self, words: str) -> None:
        self.note.tell(words)
        self.grown.emit()

    def stops(self) -> list[QWidget]:
        return [self.field, self.cancel, self.send]

    def _send(self) -> None:
        if self.field.toPlainText().strip():
            self.sent.emit(self.field.toPlainText())

    def event(self, event: QEvent) -> bool:
        # Esc is also a key of the window: here it drops the change.
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)
