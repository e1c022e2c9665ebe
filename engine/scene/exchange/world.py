"""World Info files of SillyTavern: every entry is a field."""

from typing import Any

from engine.scene.exchange import embedded
from engine.scene.exchange.books import entries_of, fields_in
from engine.scene.exchange.entries import NEW_WORLD, WORLD
from engine.scene.exchange.parts import KEPT, Values, given, kept, objects, taken, text
from engine.scene.exchange.worded import language_of
from engine.scene.fields.field_type import whole_text
from engine.scene.model import Scene

_PARTS = {"title": text("name")}


def is_world(values: Any) -> bool:
    return isinstance(values, dict) and "entries" in values


def scene_of(values: Values) -> Scene:
    """Raises ``UnreadableError``."""
    values, own = embedded.believed(values, _plain)
    return own or _scene(values)


def world_of(scene: Scene) -> Values:
    """The file's values; ``scene_of`` makes the same scene of them."""
    return embedded.added(_plain(scene), scene, _scene)


def _scene(values: Values) -> Scene:
    entries = values["entries"]
    fields = fields_in(entries, WORLD)
    without = {key: value for key, value in values.items() if key != "entries"}
    found, rest = taken(without, _PARTS)
    own: Values = {"world": rest} | ({"listed": True} if isinstance(entries, list) else {})
    language = language_of(*map(whole_text, fields))
    return Scene(found["title"], language, fields, extra={KEPT: own})


def _plain(scene: Scene) -> Values:
    own = kept(scene.extra)
    values = given(objects(own, "world"), _PARTS, {"title": scene.title})
    entries = entries_of(scene, scene.fields, WORLD, NEW_WORLD, "uid")
    return values | {"entries": list(entries.values()) if own.get("listed") is True else entries}
