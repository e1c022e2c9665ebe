"""The scene that is being edited: one document, one selection and one undo stack for all views."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.scene.model import Field, Link, Scene, find, walk

Change = Callable[[Scene], Scene]


class SceneDocument(QObject):
    """Outline, graph and form each show ``scene`` and ``selection``, and change them only here.

    A scene is never changed in place: what did not change in ``scene`` is the same object
    as before, so a view compares by identity and mends only what it must.
    """

    changed = Signal()  # scene is another one
    selected = Signal()  # selection is another one
    opened = Signal()  # a whole other document: nothing of the views stays; changed follows

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene = Scene()
        self._selection: tuple[str, ...] = ()
        self.stack = QUndoStack(self)

    @property
    def scene(self) -> Scene:
        return self._scene

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of fields and links of the scene, the one chosen last at the end."""
        return self._selection

    def open(self, scene: Scene) -> None:
        """Show another document; its undo stack begins empty."""
        self.stack.clear()
        self._scene, self._selection = scene, ()
        self.opened.emit()
        self.changed.emit()
        self.selected.emit()

    def do(self, text: str, change: Change, merge: str = "") -> None:
        """Make one undoable step, named ``text`` for the owner.

        Steps that follow each other with the same ``merge`` ("text of role-1", "drag 7") are one
        step. Nothing is pushed where ``change`` gives the same scene back.
        """
        after = change(self._scene)
        if after is not self._scene and after != self._scene:
            self.stack.push(_Step(self, text, self._scene, after, merge))

    def select(self, *ids: str) -> None:
        """Choose fields or links; unknown ids are left out."""
        known = _ids(self._scene)
        chosen = tuple(dict.fromkeys(id for id in ids if id in known))
        if chosen != self._selection:
            self._selection = chosen
            self.selected.emit()

    def chosen_field(self) -> Field | None:
        """The field chosen last, which the form shows."""
        found = (find(self._scene, id) for id in reversed(self._selection))
        return next((one for one in found if one is not None), None)

    def link(self, id: str) -> Link | None:
        return next((one for one in self._scene.links if one.id == id), None)

    def show(self, scene: Scene) -> None:
        """Used by the steps of the undo stack alone."""
        self._scene = scene
        left = tuple(id for id in self._selection if id in _ids(scene))
        gone = left != self._selection
        self._selection = left
        self.changed.emit()
        if gone:
            self.selected.emit()


class _Step(QUndoCommand):
    def __init__(
        self, document: SceneDocument, text: str, before: Scene, after: Scene, merge: str
    ) -> None:
        super().__init__(text)
        self._document, self._before, self._after, self._merge = document, before, after, merge

    def id(self) -> int:
        return 1 if self._merge else -1  # Qt asks mergeWith only of two steps with one id

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other._merge != self._merge:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True

    def redo(self) -> None:
        self._document.show(self._after)

    def undo(self) -> None:
        self._document.show(self._before)


def _ids(scene: Scene) -> set[str]:
    return {one.id for one in walk(scene.fields)} | {one.id for one in scene.links}
