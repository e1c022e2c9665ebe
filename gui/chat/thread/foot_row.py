"""The last line of a reply: dot, figures, versions, and the actions on the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.chat.menu_button import MenuButton
from gui.chat.thread.siblings import Siblings
from gui.widgets.buttons import ghost, icon_button
from gui.widgets.dot import Dot
from gui.widgets.labels import ElidedLabel
from gui.widgets.layouts import row
from gui.widgets.ring import BusyRing


class FootRow(QWidget):
    """The space of the actions is kept while they are hidden."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dot = Dot(None)
        self._text = ElidedLabel("", "small", 3)
        self._ring: BusyRing | None = None
        self.siblings = Siblings()
        self.copy = ghost(self.tr("Copy"), "copy").set_small()
        self.again = icon_button("rotate-cw", self.tr("Answer again with the same voice"))
        self.voice = MenuButton(self.tr("Another voice"), "refresh-cw")
        self.voice.set_small()
        self._actions = QWidget()
        self._actions.setLayout(row(self.copy, self.again, self.voice, gap=2))
        kept = self._actions.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._actions.setSizePolicy(kept)
        for button in (self.copy, self.again, self.voice):
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._row = row(self._dot, gap=6)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self.siblings)
        self._row.addWidget(self._actions)
        self._row.setContentsMargins(0, 0, 8, 0)
        self.setLayout(self._row)

    def text(self) -> str:
        return self._text.text()

    def show_live(self, colour: str | None, text: str, speaking: bool) -> None:
        """A reply that is not complete; a ring turns until its first word."""
        self._turn(not speaking)
        self._show(colour, text)
        self.siblings.hide()

    def show_stored(self, colour: str | None, text: str) -> None:
        self._turn(False)
        self._show(colour, text)

    def show_actions(self, shown: bool, complete: bool, another: bool = True) -> None:
        """A reply that is being written can only be copied; a role has no other voice."""
        self.again.setVisible(complete)
        self.voice.setVisible(complete and another)
        self._actions.setVisible(shown)

    def stops(self) -> list[QWidget]:
        shown = not self._actions.isHidden()
        actions = [b for b in (self.copy, self.again, self.voice) if shown and not b.isHidden()]
        return [*self.siblings.stops(), *actions]

    def _show(self, colour: str | None, text: str) -> None:
        self._dot.set_voice(colour)
        if self._text.text() != text:
            self._text.setText(text)

    def _turn(self, busy: bool) -> None:
        if busy == (self._ring is not None):
            return
        if busy:
            self._ring = BusyRing(self)
            self._row.insertWidget(0, self._ring)
        elif self._ring is not None:
            self._row.removeWidget(self._ring)
            self._ring.deleteLater()
            self._ring = None
        self._dot.setVisible(not busy)
