"""The scenes that the catalog keeps, as the outline lists them; autosave of the open one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from adapters.catalog import scenes
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from adapters.wording import phrase
from engine import scene_store
from engine.scene.model import Scene
from gui import background
from gui.context import Context

T = TypeVar("T")
SAVE_MS = 500  # after the last change


@dataclass(frozen=True)
class Entry:
    """A kept scene, without what is in it."""

    id: int
    title: str


@dataclass(frozen=True)
class _Found:
    entries: tuple[Entry, ...]
    latest: int | None


class Shelf(QObject):
    """Reads and writes go through the one queue of writes, so that each sees those before it."""

    changed = Signal()  # a scene came, went or has another title
    saved = Signal(bool)  # whether the newest state is on the disk

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._catalog = context, context.catalog
        self._entries: tuple[Entry, ...] = ()
        self.latest: int | None = None
        self.is_read = False
        self._known: Scene | None = None  # as it was loaded or last kept
        self._waiting: tuple[int, Scene] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._timer.timeout.connect(self.flush)
        context.news.scenes.connect(self.read)
        self.read()

    def entries(self) -> Sequence[Entry]:
        return self._entries

    def read(self) -> None:
        """Look again what is kept."""
        background.run(lambda: _read(self._catalog), self._take, owner=self)

    def add(self, scene: Scene, then: Callable[[int], None]) -> None:
        """Keep a new one; ``then`` is given its id."""

        def added(id: int) -> None:
            self._context.news.scenes.emit()
            then(id)

        self._write(lambda: scene_store.create(self._catalog, scene), added)

    def load(
        self, id: int, then: Callable[[Scene], None], failed: Callable[[UserError], None]
    ) -> None:
        """Read one that will be the open one; it counts as opened just now."""

        def loaded(scene: Scene) -> None:
            self._known = scene
            then(scene)

        self.flush()
        self._context.writer.put(lambda: _load(self._catalog, id), loaded, failed, owner=self)

    def put(self, id: int, scene: Scene) -> None:
        """Keep what has become of the open scene, soon."""
        if scene is self._known:
            return
        if self._known is not None and scene.title != self._known.title:
            self._show_title(id, scene.title)
        self._known = scene
        self._waiting = (id, scene)
        self._timer.start()
        self.saved.emit(False)

    def flush(self) -> None:
        """Write now what waits."""
        self._timer.stop()
        if self._waiting is not None:
            (id, scene), self._waiting = self._waiting, None
            self._write(lambda: scene_store.save(self._catalog, id, scene), self._is_saved)

    def rename(self, id: int, title: str) -> None:
        """One that is not open."""
        self._show_title(id, title)
        self._write(lambda: _rename(self._catalog, id, title), self._tell)

    def trash(self, id: int) -> None:
        self.flush()
        self._entries = tuple(one for one in self._entries if one.id != id)
        self.changed.emit()
        self._write(lambda: scenes.trash(self._catalog, id), self._tell)

    def restore(self, id: int) -> None:
        self._write(lambda: scenes.restore(self._catalog, id), self._tell)

    def _take(self, found: _Found) -> None:
        self.is_read, self.latest = True, found.latest
        waiting = self._waiting  # its title is newer than the catalog's
        self._entries = tuple(
            replace(one, title=waiting[1].title) if waiting and waiting[0] == one.id else one
            for one in found.entries
        )
        self.changed.emit()

    def _show_title(self, id: int, title: str) -> None:
        self._entries = tuple(
            replace(one, title=title) if one.id == id else one for one in self._entries
        )
        self.changed.emit()

    def _is_saved(self, _: object) -> None:
        if self._waiting is None:
            self.saved.emit(True)

    def _tell(self, _: object) -> None:
        self._context.news.scenes.emit()

    def _write(self, function: Callable[[], T], then: Callable[[T], None]) -> None:
        self._context.writer.put(function, then, owner=self)


def _read(catalog: Catalog) -> _Found:
    latest = scenes.latest(catalog)
    entries = tuple(Entry(one.id, one.title) for one in scenes.everything(catalog))
    return _Found(entries, latest.id if latest is not None else None)


def _load(catalog: Catalog, id: int) -> Scene:
    try:
        scene = scene_store.open_kept(catalog, id)
    except LookupError as error:
        raise UserError(
            phrase("scene", "The scene was not opened."),
            phrase("scene", "It is not kept any more."),
            phrase("scene", "Choose another one."),
        ) from error
    scenes.opened(catalog, id)
    return scene


def _rename(catalog: Catalog, id: int, title: str) -> None:
    scene = scene_store.open_kept(catalog, id)
    scene_store.save(catalog, id, replace(scene, title=title))
