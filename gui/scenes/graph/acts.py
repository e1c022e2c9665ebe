"""What is done with the chosen cards of the graph; each is one step that can be undone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from engine.scene import edit
from engine.scene.grouping import group, ungroup
from engine.scene.model import Field, find
from gui.scenes.document import SceneDocument
from gui.scenes.graph.stage import Stage


class GraphActs(QObject):
    def __init__(self, document: SceneDocument, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._stage = document, stage

    def link(self, source: str, target: str) -> str | None:
        """Connect two fields; the id of the link, which is chosen then."""
        before = {one.id for one in self._document.scene.links}
        self._document.do(
            self.tr("Connect"), lambda scene: edit.link(scene, source, target, "relation")
        )
        new = [one.id for one in self._document.scene.links if one.id not in before]
        self._document.select(*new)
        return new[0] if new else None

    def fold(self) -> None:
        """Show or hide what is inside of the chosen fields."""
        for field in self._chosen():
            if field.fields:
                step = self.tr("Unfold") if field.folded else self.tr("Fold")
                changed = partial(edit.change, id=field.id, folded=not field.folded)
                self._document.do(step, changed)

    def group(self) -> None:
        """Put the chosen fields into a child scene."""
        ids, made = self._fields(), ""
        try:
            after, made = group(self._document.scene, ids, self.tr("Child scene"))
        except ValueError:
            return  # they are inside of different fields; the menu does not offer it then
        self._document.do(self.tr("Group"), lambda _: after)
        self._document.select(made)

    def ungroup(self) -> None:
        for field in self._chosen():
            if field.type == "scene" and field.fields:
                self._document.do(self.tr("Ungroup"), partial(ungroup, id=field.id))

    def align(self, left: bool) -> None:
        """Left edges, or top edges, in one line."""
        cards = {id: self._stage.cards[id] for id in self._fields() if id in self._stage.cards}
        if len(cards) < 2:
            return
        edge = min(card.x() if left else card.y() for card in cards.values())
        for card in cards.values():
            card.setPos(edge if left else card.x(), card.y() if left else edge)
        self._stage.keep_places(self.tr("Align"), set(cards))

    def menu(self, parent: QWidget, at: QPoint, remove: Callable[[], None]) -> QMenu:
        """What can be done with what is chosen."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fields = self._chosen()
        acts: list[tuple[str, bool, Callable[[], None]]] = [
            (self.tr("Fold or unfold"), any(one.fields for one in fields), self.fold),
            (self.tr("Group into a child scene"), self._can_group(), self.group),
            (
                self.tr("Take the child scene apart"),
                any(one.type == "scene" and one.fields for one in fields),
                self.ungroup,
            ),
            (self.tr("Align left edges"), len(fields) > 1, lambda: self.align(left=True)),
            (self.tr("Align top edges"), len(fields) > 1, lambda: self.align(left=False)),
            (self.tr("Delete"), bool(self._document.selection), remove),
        ]
        for words, able, act in acts:
            action = menu.addAction(words)
            action.setEnabled(able)
            action.triggered.connect(lambda _=False, act=act: act())
        menu.popup(at)
        return menu

    def _chosen(self) -> list[Field]:
        found = (find(self._document.scene, id) for id in self._document.selection)
        return [one for one in found if one is not None]

    def _fields(self) -> list[str]:
        return [one.id for one in self._chosen()]

    def _can_group(self) -> bool:
        try:
            group(self._document.scene, self._fields())
        except ValueError:
            return False
        return True


def described(document: SceneDocument) -> str:
    """What is chosen, for a screen reader."""
    fields = [one for id in document.selection if (one := find(document.scene, id))]
    if not fields:
        return QCoreApplication.translate("SceneGraph", "Nothing is chosen")
    names = ", ".join(one.title or one.type for one in fields[:5])
    return QCoreApplication.translate("SceneGraph", "Chosen: {names}").format(names=names)
