"""A blend on its own page: its voices, how strong each is, and the way to speak with it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.chat.thread.footer import strength
from gui.voices import sentences
from gui.voices.card import Card, CardPart
from gui.voices.run.pane_head import PaneHead
from gui.widgets.buttons import icon_button, primary, secondary
from gui.widgets.chip import Chip, Look
from gui.widgets.dot import Dot
from gui.widgets.emptying import empty
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import column, row

BLEND = Look("layers", "text_2", "sunken")
GONE = Look("circle-alert", "bad", "bad_soft")


class BlendPane(QWidget):
    """Its signals name the blend of the card that is shown."""

    back_wanted = Signal()
    talk_wanted = Signal(int)
    edit_wanted = Signal(int, QWidget)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blend = 0
        self.talk = primary(self.tr("Talk with this blend"), "message-square")
        self.menu = icon_button("ellipsis", self.tr("More for this blend"))
        self.head = PaneHead(self.menu, self.talk)
        self.about = label("", tone=2, wrap=True)
        self.edit = secondary(self.tr("Edit…"), "pencil").set_small()
        self._parts = QVBoxLayout()
        self._parts.setSpacing(8)
        self.parts = QFrame()
        self.parts.setProperty("card", "true")
        self.parts.setAccessibleName(self.tr("Voices of the blend"))
        title = row(label(self.tr("Voices of the blend"), "heading"), None, self.edit)
        self.parts.setLayout(column(title, self._parts, gap=10, margins=(16, 12, 16, 14)))
        self.setLayout(
            column(self.head, self.about, self.parts, None, gap=12, margins=(24, 16, 24, 16))
        )
        self._connect()

    def show_blend(self, card: Card) -> None:
        self._blend = card.key[1]
        look, word = (GONE, self.tr("Incomplete")) if card.missing else (BLEND, self.tr("Blend"))
        self.head.show_head(card.colour or None, card.name, word, look)
        self.about.setText(sentences.about_blend(card))
        self.talk.setEnabled(not card.missing and not card.elsewhere)
        empty(self._parts)
        for part in card.parts:
            self._parts.addWidget(self._line(part))

    def _line(self, part: CardPart) -> QWidget:
        figure = label(strength(part.strength), "small", tone=2)
        inside = row(Dot(part.colour, 10), 2, gap=8)
        inside.addWidget(ElidedLabel(part.name), 1)
        if part.colour is None:
            inside.addWidget(Chip(self.tr("Deleted"), GONE))
        inside.addWidget(figure)
        inside.setAlignment(figure, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        made = QWidget()
        made.setAccessibleName(sentences.part(part))
        made.setLayout(inside)
        return made

    def _connect(self) -> None:
        self.head.back_wanted.connect(self.back_wanted)
        self.talk.clicked.connect(lambda: self.talk_wanted.emit(self._blend))
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self._blend, self.edit))
        self.menu.clicked.connect(
            lambda: self.menu_wanted.emit(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))
        )
