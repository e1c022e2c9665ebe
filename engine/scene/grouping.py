"""Fields put together into a child scene, and a child scene taken apart again."""

from collections.abc import Collection

from engine.scene import edit
from engine.scene.fields.child import Child
from engine.scene.model import Field, Scene, find, path_to


def group(scene: Scene, ids: Collection[str], title: str = "") -> tuple[Scene, str]:
    """The scene with these fields inside of a new child scene, and its id.

    It stands where the first of them stood; they keep their order and their links. Fields that
    are inside of another chosen one stay in it. Raises ``ValueError`` where they are not beside
    each other, inside of the same field.
    """
    outer = [id for id in ids if not any(one.id in ids for one in path_to(scene, id)[:-1])]
    ways = {id: path_to(scene, id)[:-1] for id in outer}
    if not outer or len({way[-1].id if way else None for way in ways.values()}) != 1:
        raise ValueError("they are inside of different fields")
    way = next(iter(ways.values()))
    siblings = way[-1].fields if way else scene.fields
    chosen = [one for one in siblings if one.id in outer]
    new = edit.fresh_id(scene, "scene")
    at = siblings.index(chosen[0])
    parent = way[-1].id if way else None
    scene = edit.add(scene, Field(new, Child(), title), parent, at)
    for one in chosen:
        scene = edit.move(scene, one.id, new)
    return scene, new


def ungroup(scene: Scene, id: str) -> Scene:
    """The scene with the fields of a child scene in its place; its own links go with it.

    Raises ``LookupError`` for an unknown id.
    """
    field = find(scene, id)
    if field is None:
        raise LookupError(f"no field {id}")
    way = path_to(scene, id)[:-1]
    siblings = way[-1].fields if way else scene.fields
    at = siblings.index(field)
    for number, one in enumerate(field.fields):
        scene = edit.move(scene, one.id, way[-1].id if way else None, at + number)
    return edit.remove(scene, id)
