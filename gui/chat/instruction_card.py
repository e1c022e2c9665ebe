"""The instruction of one conversation: what the model is told before the first message."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.theme.tokens import px
from gui.widgets.bounded_edit import BoundedEdit
from gui.widgets.buttons import ghost, primary
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.note import Note
from gui.widgets.popover import Popover

WIDTH = 420


class InstructionCard(Popover):
    """``kept`` carries the new text."""

    kept = Signal(str)

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        title = self.tr("Instruction of this conversation")
        self.setAccessibleName(title)
        self.field = BoundedEdit()
        self.note = Note(self.field.set_text(text))
        self.field.bounded.connect(self._tell)
        self.field.setAccessibleName(title)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(px(150))
        self.keep = primary(self.tr("Save")).set_small()
        self.cancel = ghost(self.tr("Cancel")).set_small()
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.close_card)
        why = self.tr("The model is told this before the first message, in every reply.")
        layout = column(
            label(title, "heading"),
            label(why, "small", 2, wrap=True),
            4,
            self.field,
            self.note,
            row(None, self.cancel, self.keep),
            margins=(16, 14, 16, 14),
        )
        self.setLayout(layout)
        self.setFixedWidth(px(WIDTH))

    def first_focus(self) -> QWidget:
        return self.field

    def _tell(self, words: str) -> None:
        self.note.tell(words)
        self.adjustSize()

    def _keep(self) -> None:
        self.kept.emit(self.field.toPlainText())
        self.close_card()
