"""The links that begin at a field: to whom, of which kind, and what they say."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QWidget

from engine.scene import edit
from engine.scene.model import Field, Link, Scene, find, walk
from gui.scenes.document import SceneDocument
from gui.scenes.forms.hand import Hand, Row
from gui.scenes.forms.rows import MOST_TITLE, one_undo
from gui.scenes.looks import name_of
from gui.widgets.buttons import ghost, icon_button
from gui.widgets.combo import Combo
from gui.widgets.emptying import empty
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import card, column, row


class LinkCard(QWidget):
    """One link: its words, its kind, and a way to take it away."""

    gone = Signal(str)

    def __init__(self, document: SceneDocument, link: Link) -> None:
        super().__init__()
        self._document, self.id = document, link.id
        self.target = ElidedLabel("", "small", 2)
        self.label = QLineEdit()
        self.label.setMaxLength(MOST_TITLE)
        self.label.setPlaceholderText(self.tr("in a few words"))
        one_undo(self.label)
        self.kind: QComboBox = Combo(self.tr("Kind of relation"))
        for key, text in self._kinds().items():
            self.kind.addItem(text, key)
        self.drop = icon_button("x", self.tr("Take the relation away"))
        head = row(self.target, self.drop, gap=4)
        box = card(column(head, self.label, self.kind, gap=6, margins=(10, 6, 6, 10)))
        self.setLayout(column(box, gap=0))
        self._connect()
        self.refresh(link)

    def refresh(self, link: Link) -> None:
        target = find(self._document.scene, link.target)
        name = name_of(target) if target is not None else link.target
        self.target.setText(self.tr("to {name}").format(name=name))
        self.label.setAccessibleName(self.tr("Relation to {name}").format(name=name))
        if self.label.text() != link.label:
            self.label.setText(link.label)
        self.kind.setCurrentIndex(self.kind.findData(link.type))

    def _kinds(self) -> dict[str, str]:
        return {
            "relation": self.tr("stands to"),
            "wants": self.tr("wants"),
            "knows": self.tr("knows"),
            "concerns": self.tr("concerns"),
            "before": self.tr("comes before"),
            "other": self.tr("something else"),
        }

    def _connect(self) -> None:
        self.label.textEdited.connect(self._typed)
        self.kind.activated.connect(self._choose)
        self.drop.clicked.connect(lambda: self.gone.emit(self.id))

    def _typed(self, text: str) -> None:
        step, name = self.tr("Words of a relation"), f"label of {self.id}"
        self._document.do(step, lambda scene: edit.relink(scene, self.id, label=text), name)

    def _choose(self, index: int) -> None:
        kind = self.kind.itemData(index)
        step = self.tr("Kind of relation")
        self._document.do(step, lambda scene: edit.relink(scene, self.id, type=kind))


class RelationsRow(Row):
    """Cards are made anew only when a link came or went."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self.cards: list[LinkCard] = []
        self._box = column(gap=8)
        self.more = ghost(self.tr("Add a relation"), "plus").set_small()
        self.more.clicked.connect(self.offer)
        head = label(self.tr("Relations"), "label", 2)
        self.setLayout(column(head, self._box, row(self.more, None), gap=6))

    def refresh(self, field: Field) -> None:
        links = [one for one in self._hand.document.scene.links if one.source == field.id]
        if [one.id for one in links] != [one.id for one in self.cards]:
            self._make(links)
        for one, link in zip(self.cards, links, strict=True):
            one.refresh(link)
        self.more.setEnabled(bool(self._targets()))

    def offer(self) -> QMenu:
        """Ask with which field."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self._targets():
            menu.addAction(name_of(one)).triggered.connect(lambda _, id=one.id: self.add(id))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        return menu

    def add(self, target: str) -> None:
        source = self._hand.id

        def linked(scene: Scene) -> Scene:
            return edit.link(scene, source, target, "relation")

        self._hand.document.do(self.tr("Add a relation"), linked)
        if self.cards:
            self.cards[-1].label.setFocus()

    def _make(self, links: list[Link]) -> None:
        empty(self._box)
        self.cards = [LinkCard(self._hand.document, one) for one in links]
        for one in self.cards:
            one.gone.connect(self._drop)
            self._box.addWidget(one)

    def _drop(self, id: str) -> None:
        step = self.tr("Take the relation away")
        self._hand.document.do(step, lambda scene: edit.unlink(scene, id))
        self.more.setFocus()

    def _targets(self) -> list[Field]:
        """Whatever it can be linked with."""
        return [one for one in walk(self._hand.document.scene.fields) if one.id != self._hand.id]
