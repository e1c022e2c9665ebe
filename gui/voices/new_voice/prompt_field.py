"""What the voice is asked while it learns, so that its owner can hear how it changes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.theme.tokens import px
from gui.widgets.labels import label
from gui.widgets.layouts import column

MOST = 200  # characters


class PromptField(QWidget):
    """``changed`` carries what the owner wrote; a suggestion stands until then."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = False
        name = self.tr("Ask this while it learns")
        self.field = QLineEdit()
        self.field.setMaxLength(MOST)
        self.field.setAccessibleName(name)
        self.field.setMaximumWidth(px(560))
        words = label(name, "label", tone=2)
        words.setBuddy(self.field)
        hint = label(
            self.tr("Its reply is shown every so many steps, beside that of before the training."),
            "small",
            tone=3,
            wrap=True,
        )
        self.setLayout(column(words, self.field, hint, gap=4))
        self.field.textEdited.connect(self._written)

    def show_prompt(self, text: str) -> None:
        """What the owner wrote before this page was made anew, if anything."""
        self._own = bool(text)
        self.field.setText(text)

    def suggest(self, text: str) -> None:
        """A prompt from the notes, where the owner has written none."""
        if not self._own:
            self.field.setText(text)

    def _written(self, text: str) -> None:
        self._own = bool(text.strip())
        self.changed.emit(text.strip())
