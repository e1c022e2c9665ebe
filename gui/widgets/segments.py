"""A row of words of which one holds: "System | Light | Dark", "All | Learn | Skipped"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QWidget

from gui.widgets.groups import exclusive
from gui.widgets.layouts import row


class Segments(QFrame):
    """One Tab stop, arrows inside. ``name`` says what is chosen."""

    chosen = Signal(str)  # the key

    def __init__(self, name: str, choices: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._buttons = {key: self._make_button(key, text) for key, text in choices.items()}
        exclusive(self._buttons.values(), self)
        self.setLayout(row(*self._buttons.values(), gap=0, margins=(2, 2, 2, 2)))

    def _make_button(self, key: str, text: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName("segment")
        made.setText(text)
        made.setAccessibleName(f"{self.accessibleName()}: {text}")
        made.setCheckable(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda: self.chosen.emit(key))
        return made

    def choose(self, key: str) -> None:
        """Show this one as chosen; does not emit."""
        self._buttons[key].setChecked(True)

    def choice(self) -> str | None:
        return next((key for key, button in self._buttons.items() if button.isChecked()), None)

    def set_text(self, key: str, text: str) -> None:
        """Say something else on one of them, such as a changed number."""
        self._buttons[key].setText(text)
        self._buttons[key].setAccessibleName(f"{self.accessibleName()}: {text}")
