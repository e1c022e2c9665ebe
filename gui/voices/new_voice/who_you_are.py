"""For folders with conversations: under which names the owner speaks in them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from engine.messages import Speaker
from gui.widgets.buttons import secondary
from gui.widgets.labels import ElidedLabel
from gui.widgets.layouts import row

LONGEST = 40  # letters of a name
MOST = 30  # names that the menu offers, those who speak most


class WhoYouAre(QWidget):
    """``chosen`` carries the names, each a str; hidden where nobody speaks."""

    chosen = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speakers: Sequence[Speaker] = ()
        self._owner: set[str] = set()
        self.told = ElidedLabel("", "small", tone=2)
        self.button = secondary("", "users").set_small()
        self.button.clicked.connect(self._ask)
        layout = row(gap=8)
        layout.addWidget(self.told, 1)
        layout.addWidget(self.button)
        self.setLayout(layout)
        self.hide()

    def show_speakers(self, speakers: Sequence[Speaker], owner: Sequence[str]) -> None:
        self._speakers, self._owner = speakers[:MOST], set(owner)
        self.setVisible(bool(speakers))
        known = ", ".join(name for name in owner)
        self.button.setText(_plain(known) if known else self.tr("Say who you are"))
        self.button.setAccessibleName(self.tr("Who you are: {names}").format(names=known or "–"))
        self.told.setText(
            self.tr("Of conversations only your own turns are learned.")
            if known
            else self.tr("There are conversations here. Which of the speakers are you?")
        )

    def menu(self) -> QMenu:
        """Each speaker with the number of turns; a tick at the owner's names."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Who you are"))
        for speaker in self._speakers:
            turns = self.tr("%n turns", "", speaker.turns)
            entry = menu.addAction(f"{_plain(speaker.name[:LONGEST])}, {turns}")
            entry.setCheckable(True)
            entry.setChecked(speaker.name in self._owner)
            entry.triggered.connect(lambda on, name=speaker.name: self._choose(name, on))
        return menu

    def _ask(self) -> None:
        self.menu().popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _choose(self, name: str, on: bool) -> None:
        self.chosen.emit(sorted(self._owner | {name} if on else self._owner - {name}))


def _plain(text: str) -> str:
    """A single & would underline the letter after it."""
    return text.replace("&", "&&")
