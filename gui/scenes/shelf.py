"""The scenes that are kept, as the outline lists them; one of them is open in the document."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from engine.scene.model import Scene


@dataclass(frozen=True)
class Entry:
    """A kept scene, without what is in it."""

    id: int
    title: str


class Shelf(QObject):
    """``changed`` says that a scene came, went or has another title."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scenes: dict[int, Scene] = {}
        self._next = 1

    def entries(self) -> tuple[Entry, ...]:
        return tuple(Entry(id, scene.title) for id, scene in self._scenes.items())

    def scene(self, id: int) -> Scene:
        """Raises ``LookupError`` for one that is not kept."""
        return self._scenes[id]

    def add(self, scene: Scene) -> int:
        """Keep a new one; its id."""
        id, self._next = self._next, self._next + 1
        self._scenes[id] = scene
        self.changed.emit()
        return id

    def put(self, id: int, scene: Scene) -> None:
        """Keep what has become of a scene."""
        before = self._scenes[id]
        self._scenes[id] = scene
        if before.title != scene.title:
            self.changed.emit()

    def rename(self, id: int, title: str) -> None:
        self.put(id, replace(self._scenes[id], title=title))

    def remove(self, id: int) -> Scene:
        """Take one away; ``restore`` brings it back under the same id."""
        gone = self._scenes.pop(id)
        self.changed.emit()
        return gone

    def restore(self, id: int, scene: Scene) -> None:
        self._scenes[id] = scene
        self.changed.emit()
