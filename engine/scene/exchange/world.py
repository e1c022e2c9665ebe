"""World Info files of SillyTavern: every entry is a field."""

from typing import Any

from adapters.wording import phrase
from engine.scene.exchange import embedded
from engine.scene.exchange.entries import NEW_WORLD, WORLD, entry_of, field_of
from engine.scene.exchange.parts import KEPT, Values, given, kept, taken, text
from engine.scene.exchange.worded import field_words, language_of
from engine.scene.format.refusal import UnreadableError
from engine.scene.model import Field, Scene

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
    named = entries.items() if isinstance(entries, dict) else None
    if named is None and not isinstance(entries, list):
        raise UnreadableError(phrase("scene", "Its entries are no list."))
    listed = list(named) if named is not None else [(None, one) for one in entries]
    fields = tuple(_field(one, key, number) for number, (key, one) in enumerate(listed, 1))
    without = {key: value for key, value in values.items() if key != "entries"}
    found, rest = taken(without, _PARTS)
    shape = {"entries": "list"} if named is None else {}
    language = language_of(*(field.data.text for field in fields))  # type: ignore[attr-defined]
    return Scene(found["title"], language, fields, extra={KEPT: {"world": rest} | shape})


def _field(entry: Any, key: str | None, number: int) -> Field:
    field = field_of(entry, f"entry-{number}", WORLD, str(key or number))
    if key is not None:
        field.extra[KEPT]["key"] = key
    return field


def _plain(scene: Scene) -> Values:
    worded = field_words(scene.language)
    own = kept(scene.extra)
    taken_keys = {kept(one.extra).get("key") for one in scene.fields}
    free = (str(n) for n in range(len(scene.fields) + len(taken_keys)) if str(n) not in taken_keys)
    entries: Values = {}
    for field in scene.fields:
        known = kept(field.extra).get("key")
        key = known if known is not None and known not in entries else next(free)
        new = {"uid": int(key) if key.isdigit() else len(entries), **NEW_WORLD}
        entries[key] = entry_of(field, WORLD, new, worded)
    values = given(own.get("world", {}), _PARTS, {"title": scene.title})
    listed = own.get("entries") == "list"
    return values | {"entries": list(entries.values()) if listed else entries}
