"""Arrows between the versions of a message: "2 of 3"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui import figures
from gui.theme.icons import icon_size
from gui.widgets.buttons import IconButton, icon_button
from gui.widgets.labels import label
from gui.widgets.layouts import row


class Siblings(QWidget):
    """Hidden while there is only one version."""

    chosen = Signal(int)  # the message to show

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[int, ...] = ()
        self._at = 0
        self._text = label("", "small", 3)
        self.before = self._arrow("arrow-left", self.tr("Version before"), -1)
        self.behind = self._arrow("arrow-right", self.tr("Next version"), 1)
        self.setLayout(row(self.before, self._text, self.behind, gap=2))
        self.hide()

    def show_siblings(self, ids: tuple[int, ...], message: int) -> None:
        """``ids`` in order of age, ``message`` the one on screen."""
        self._ids = ids
        self._at = ids.index(message) if message in ids else 0
        numbers = {"number": figures.whole(self._at + 1), "count": figures.whole(len(ids))}
        self._text.setText(self.tr("{number} of {count}").format(**numbers))
        self.before.setEnabled(self._at > 0)
        self.behind.setEnabled(self._at + 1 < len(ids))
        self.setVisible(len(ids) > 1)

    def stops(self) -> list[QWidget]:
        if self.isHidden():
            return []
        return [button for button in (self.before, self.behind) if button.isEnabled()]

    def go(self, step: int) -> bool:
        """Show the version ``step`` further; False where there is none."""
        at = self._at + step
        if not 0 <= at < len(self._ids):
            return False
        self.chosen.emit(self._ids[at])
        return True

    def _arrow(self, icon: str, name: str, step: int) -> IconButton:
        made = icon_button(icon, name)
        made.setIconSize(icon_size(15))
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        made.clicked.connect(lambda: self.go(step))
        return made
