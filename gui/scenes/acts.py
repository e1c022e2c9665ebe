"""What the owner does with the fields of the open scene, from wherever: each is one step."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from adapters.errors import UserError
from adapters.wording import phrase
from engine.scene import clipboard, edit
from engine.scene.fields import TYPES
from engine.scene.format.refusal import UnreadableError
from engine.scene.model import Field, Scene, find, path_to
from gui.notices import Notices
from gui.scenes.document import SceneDocument
from gui.scenes.looks import name_of
from gui.translate import words


class SceneActs(QObject):
    """``added`` carries the id of a field that was made, so that it can be filled in."""

    added = Signal(str)

    def __init__(self, document: SceneDocument, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._notices = document, notices

    def add(self, type: str, place: tuple[float, float] | None = None) -> None:
        """A field of this type, inside of a chosen child scene, else behind what is chosen."""
        id = edit.fresh_id(self._document.scene, type)
        parent, at = self._spot()
        made = Field(id, TYPES[type].data(), place=place)
        step = self.tr("Add {type}").format(type=words(TYPES[type].label))
        self._document.do(step, lambda scene: edit.add(scene, made, parent, at))
        self._document.select(id)
        self.added.emit(id)

    def remove(self) -> None:
        """Take the chosen fields and links away; what comes next is chosen then."""
        scene, chosen = self._document.scene, self._document.selection
        names = [name_of(one) for one in (find(scene, id) for id in chosen) if one is not None]
        if not chosen:
            return
        after = _neighbour(scene, chosen[-1])
        self._document.do(self.tr("Delete"), lambda scene: without(scene, chosen))
        self._document.select(*after)
        if names:
            told = self.tr("“{name}” was deleted").format(name=", ".join(names))
            self._notices.toast(told, self._document.stack.undo)

    def rename(self, id: str, title: str) -> None:
        self._document.do(
            self.tr("Rename"), lambda scene: edit.change(scene, id, title=title.strip())
        )

    def rename_scene(self, title: str) -> None:
        self._document.do(self.tr("Rename"), lambda scene: replace(scene, title=title.strip()))

    def shift(self, by: int) -> None:
        """Up or down among those beside it."""
        field = self._document.chosen_field()
        if field is None:
            return
        parent, siblings, at = _where(self._document.scene, field.id)
        if 0 <= at + by < len(siblings):
            self.move([field.id], parent, at + by)

    def outdent(self) -> None:
        """Out of the field that it is inside of, to behind that."""
        field = self._document.chosen_field()
        parent = _where(self._document.scene, field.id)[0] if field is not None else None
        if field is not None and parent is not None:
            outer, _, at = _where(self._document.scene, parent)
            self.move([field.id], outer, at + 1)

    def indent(self) -> None:
        """Into the field above it."""
        field = self._document.chosen_field()
        if field is None:
            return
        _, siblings, at = _where(self._document.scene, field.id)
        if at > 0:
            self.move([field.id], siblings[at - 1].id, len(siblings[at - 1].fields))

    def move(self, ids: Sequence[str], parent: str | None, at: int) -> bool:
        """Put fields at this place, counted without them; False for one inside of itself."""
        inside = {one.id for one in path_to(self._document.scene, parent)} if parent else set()
        if inside & set(ids):
            return False

        def moved(scene: Scene) -> Scene:
            for number, id in enumerate(ids):
                scene = edit.move(scene, id, parent, at + number)
            return scene

        self._document.do(self.tr("Move"), moved)
        return True

    def obey(self, key: str) -> None:
        """What a key of the outline asks for."""
        match key:
            case "copy":
                self.copy()
            case "cut":
                self.cut()
            case "paste":
                self.paste()
            case "up" | "down":
                self.shift(-1 if key == "up" else 1)
            case "out":
                self.outdent()
            case "in":
                self.indent()

    def copy(self) -> None:
        chosen = self._chosen_fields()
        if chosen:
            text = clipboard.copy(self._document.scene, chosen)
            QGuiApplication.clipboard().setText(text)

    def cut(self) -> None:
        if self._chosen_fields():
            self.copy()
            self.remove()

    def paste(self) -> None:
        """Fields that were copied from this scene, another one, or a file's text."""
        parent, at = self._spot()
        try:
            after, ids = clipboard.paste(
                self._document.scene, QGuiApplication.clipboard().text(), parent, at
            )
        except UnreadableError as error:
            self._notices.problem(_not_pasted(error))
            return
        self._document.do(self.tr("Paste"), lambda _: after)
        self._document.select(*ids)

    def _chosen_fields(self) -> list[str]:
        scene = self._document.scene
        return [id for id in self._document.selection if find(scene, id) is not None]

    def _spot(self) -> tuple[str | None, int | None]:
        """Where a new field belongs."""
        chosen = self._document.chosen_field()
        if chosen is None:
            return None, None
        if chosen.type == "scene":
            return chosen.id, len(chosen.fields)
        parent, _, at = _where(self._document.scene, chosen.id)
        return parent, at + 1


def without(scene: Scene, ids: Sequence[str]) -> Scene:
    """The scene without these fields and links; one that went with another is no fault."""
    for id in ids:
        if find(scene, id) is not None:
            scene = edit.remove(scene, id)
        elif any(link.id == id for link in scene.links):
            scene = edit.unlink(scene, id)
    return scene


def _where(scene: Scene, id: str) -> tuple[str | None, tuple[Field, ...], int]:
    """What a field is inside of, all that is there, and which of them it is."""
    way = path_to(scene, id)
    parent = way[-2] if len(way) > 1 else None
    siblings = parent.fields if parent is not None else scene.fields
    return (parent.id if parent else None), siblings, siblings.index(way[-1])


def _neighbour(scene: Scene, id: str) -> tuple[str, ...]:
    if find(scene, id) is None:
        return ()
    parent, siblings, at = _where(scene, id)
    left = [*siblings[at + 1 : at + 2], *siblings[max(0, at - 1) : at]]
    return (left[0].id,) if left else (parent,) if parent else ()


def _not_pasted(error: UnreadableError) -> UserError:
    return UserError(
        phrase("scene", "Nothing was pasted."),
        error.why,
        phrase("scene", "Copy fields of a scene, or the text of a scene’s file."),
    )
