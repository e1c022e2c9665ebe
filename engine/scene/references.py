"""Child scenes that are kept elsewhere are put in where they are named."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from adapters.errors import UserError
from adapters.wording import Phrase, phrase
from engine.scene.fields.child import Child
from engine.scene.format.decode import DEEPEST, MOST
from engine.scene.format.files import open_scene
from engine.scene.format.refusal import refused
from engine.scene.model import Field, Link, Scene, walk

SEPARATOR = "/"  # between the id of a child scene's field and those of the fields that it brings


@dataclass(frozen=True)
class Kept:
    """A scene and what names it among all that are kept, such as its path."""

    name: str
    scene: Scene


Load = Callable[[str, str], Kept]  # what a field names, and the name of the scene it is in


def resolved(top: Kept, load: Load) -> Scene:
    """The scene with every child scene inside of it; the ids of what came are "child/id".

    Nothing in it names another scene any more: it is told, or given away, and not edited.

    Raises ``UserError`` where a scene holds itself, with the whole way, or grows beyond bounds.
    """
    return _Resolver(load).scene(top, ())


class _Resolver:
    def __init__(self, load: Load) -> None:
        self._load = load
        self._fields = 0

    def scene(self, kept: Kept, way: tuple[str, ...]) -> Scene:
        if kept.name in way:
            round_trip = " → ".join([*way[way.index(kept.name) :], kept.name])
            raise _too_much(way[0], phrase("scene", "A scene holds itself: {way}", way=round_trip))
        self._fields += sum(1 for _ in walk(kept.scene.fields))
        if len(way) > DEEPEST or self._fields > MOST:
            raise _too_much(
                (*way, kept.name)[0],
                phrase("scene", "With all its child scenes it is nested too deeply or too large."),
            )
        links = list(kept.scene.links)
        inside = (*way, kept.name)
        fields = tuple(self._field(one, kept.name, inside, links) for one in kept.scene.fields)
        return replace(kept.scene, fields=fields, links=tuple(links))

    def _field(self, field: Field, name: str, way: tuple[str, ...], links: list[Link]) -> Field:
        data = field.data
        if not isinstance(data, Child) or not data.source:
            below = tuple(self._field(one, name, way, links) for one in field.fields)
            return replace(field, fields=below)
        child = self.scene(self._load(data.source, name), way)
        links += [_link_below(field.id, one) for one in child.links]
        below = tuple(_below(field.id, one) for one in child.fields)
        own = replace(data, source=None)
        return replace(field, data=own, title=field.title or child.title, fields=below)


def from_files(source: str, name: str) -> Kept:
    """A ``Load`` that takes ``source`` as a file in the folder of the scene, or below it."""
    folder = Path(name).parent.resolve()
    path = (folder / source).resolve()
    if not path.is_relative_to(folder):
        raise refused(
            source,
            phrase("scene", "A child scene's file must lie in the folder of its scene, or below."),
            phrase("scene", "Move the file there, or put the child scene's fields in its place."),
        )
    return Kept(str(path), open_scene(path))


def open_whole(path: Path) -> Scene:
    """A file with all the files that it names. Raises ``UserError``."""
    return whole(open_scene(path), path)


def whole(scene: Scene, path: Path) -> Scene:
    """The same for a scene that was read from ``path`` already."""
    return resolved(Kept(str(path.resolve()), scene), from_files)


def _below(id: str, field: Field) -> Field:
    inner = tuple(_below(id, one) for one in field.fields)
    return replace(field, id=f"{id}{SEPARATOR}{field.id}", fields=inner)


def _link_below(id: str, link: Link) -> Link:
    ends = (f"{id}{SEPARATOR}{end}" for end in (link.id, link.source, link.target))
    new, source, target = ends
    return replace(link, id=new, source=source, target=target)


def _too_much(name: str, why: Phrase) -> UserError:
    return refused(
        Path(name).name, why, phrase("scene", "Take one of these child scenes out of the other.")
    )
