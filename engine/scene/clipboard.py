"""Copying fields from one scene to another, as the JSON that files hold."""

from collections.abc import Collection
from dataclasses import replace

from engine.scene.edit import add, fresh_id
from engine.scene.format import encode
from engine.scene.format.files import parse
from engine.scene.model import Field, Scene, walk


def copy(scene: Scene, ids: Collection[str]) -> str:
    """Fields with all below them, and the links among them, as the text of a scene."""
    chosen = tuple(_topmost(scene.fields, ids))
    inside = {one.id for one in walk(chosen)}
    links = tuple(one for one in scene.links if {one.source, one.target} <= inside)
    return encode.text_of(Scene(language=scene.language, fields=chosen, links=links))


def paste(
    scene: Scene, text: str, parent: str | None = None, at: int | None = None
) -> tuple[Scene, tuple[str, ...]]:
    """The scene with what ``copy`` gave, under ids that are new, and those of the fields on top.

    A whole scene's file can be pasted as well. Raises ``UnreadableError``.
    """
    brought = parse(text.encode("utf-8", "replace"))
    new: dict[str, str] = {}
    for one in walk(brought.fields):
        new[one.id] = fresh_id(scene, one.type, new.values())
    pasted = tuple(_renamed(one, new) for one in brought.fields)
    for number, one in enumerate(pasted):
        scene = add(scene, one, parent, None if at is None else at + number)
    for link in brought.links:
        if link.source in new and link.target in new:
            source, target = new[link.source], new[link.target]
            known = replace(link, id=fresh_id(scene, "link"), source=source, target=target)
            scene = replace(scene, links=(*scene.links, known))
    return scene, tuple(one.id for one in pasted)


def _topmost(fields: tuple[Field, ...], ids: Collection[str]) -> list[Field]:
    found: list[Field] = []
    for one in fields:
        found += [one] if one.id in ids else _topmost(one.fields, ids)
    return found


def _renamed(field: Field, new: dict[str, str]) -> Field:
    below = tuple(_renamed(one, new) for one in field.fields)
    return replace(field, id=new[field.id], fields=below)
