"""Every change of a scene as a plain function: the scene before in, the scene after out.

An undo stack keeps the scenes; what did not change is shared between them. An unknown id is
a fault of the caller and raises ``LookupError``.
"""

from collections.abc import Callable, Collection
from dataclasses import fields, replace
from typing import Any

from engine.scene.model import Field, Link, LinkType, Scene, find, path_to, walk

Fields = tuple[Field, ...]
_OWN = {f.name for f in fields(Field)} - {"id", "data", "fields"}


def fresh_id(scene: Scene, stem: str, also: Collection[str] = ()) -> str:
    """ "role-3": the first of its kind that no field or link bears, nor one in ``also``."""
    taken = {one.id for one in walk(scene.fields)} | {link.id for link in scene.links} | set(also)
    number = 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def add(scene: Scene, field: Field, parent: str | None = None, at: int | None = None) -> Scene:
    """Put a field (with all below it) into ``parent``, else into the scene; last without ``at``.

    Raises ``ValueError`` for an id that the scene has already.
    """
    ids = [one.id for one in walk((field,))]
    if len(set(ids)) < len(ids) or any(find(scene, id) for id in ids):
        raise ValueError("an id twice")
    return _inside(scene, parent, lambda there: _with(there, field, at))


def remove(scene: Scene, id: str) -> Scene:
    """Take a field away with all below it, and every link to them."""
    gone = {one.id for one in walk((_known(scene, id),))}
    left = tuple(
        link for link in scene.links if link.source not in gone and link.target not in gone
    )
    return replace(_taken_out(scene, id), links=left)


def move(scene: Scene, id: str, parent: str | None = None, at: int | None = None) -> Scene:
    """Put a field elsewhere. Raises ``ValueError`` for a place inside of itself."""
    field = _known(scene, id)
    if parent is not None and any(one.id == parent for one in walk((field,))):
        raise ValueError("a field cannot be inside of itself")
    return _inside(_taken_out(scene, id), parent, lambda there: _with(there, field, at))


def change(scene: Scene, id: str, **values: Any) -> Scene:
    """Set attributes of a field, or of its data, by their names.

    ``title`` and the like are the field's own. Raises ``TypeError`` for an unknown name.
    """
    field = _known(scene, id)
    own = {name: value for name, value in values.items() if name in _OWN}
    data = {name: value for name, value in values.items() if name not in _OWN}
    new = replace(field, data=replace(field.data, **data), **own)  # type: ignore[type-var]
    return _put(scene, id, new)


def link(scene: Scene, source: str, target: str, type: LinkType, label: str = "") -> Scene:
    """Connect two fields. Raises ``ValueError`` for a field with itself."""
    _known(scene, source)
    _known(scene, target)
    if source == target:
        raise ValueError("a link needs two fields")
    new = Link(fresh_id(scene, "link"), source, target, type, label)
    return replace(scene, links=(*scene.links, new))


def relink(scene: Scene, id: str, **values: Any) -> Scene:
    """Set attributes of a link."""
    _known_link(scene, id)
    changed = (replace(one, **values) if one.id == id else one for one in scene.links)
    return replace(scene, links=tuple(changed))


def unlink(scene: Scene, id: str) -> Scene:
    _known_link(scene, id)
    return replace(scene, links=tuple(one for one in scene.links if one.id != id))


def _known(scene: Scene, id: str) -> Field:
    field = find(scene, id)
    if field is None:
        raise LookupError(f"no field {id}")
    return field


def _known_link(scene: Scene, id: str) -> None:
    if not any(one.id == id for one in scene.links):
        raise LookupError(f"no link {id}")


def _with(fields: Fields, field: Field, at: int | None) -> Fields:
    place = len(fields) if at is None else at
    return (*fields[:place], field, *fields[place:])


def _taken_out(scene: Scene, id: str) -> Scene:
    around = path_to(scene, id)[:-1]
    parent = around[-1].id if around else None
    return _inside(scene, parent, lambda there: tuple(one for one in there if one.id != id))


def _put(scene: Scene, id: str, new: Field) -> Scene:
    around = path_to(scene, id)[:-1]
    parent = around[-1].id if around else None
    return _inside(
        scene, parent, lambda there: tuple(new if one.id == id else one for one in there)
    )


def _inside(scene: Scene, parent: str | None, do: Callable[[Fields], Fields]) -> Scene:
    """The scene with other fields in ``parent``; only what is around it is made anew."""
    if parent is None:
        return replace(scene, fields=do(scene.fields))
    _known(scene, parent)
    way = path_to(scene, parent)
    new = replace(way[-1], fields=do(way[-1].fields))
    for before, around in zip(reversed(way[1:]), reversed(way[:-1]), strict=True):
        inner = tuple(new if one.id == before.id else one for one in around.fields)
        new = replace(around, fields=inner)
    outer = tuple(new if one.id == way[0].id else one for one in scene.fields)
    return replace(scene, fields=outer)
