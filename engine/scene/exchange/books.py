"""All entries of a lorebook, which is a list in some files and an object in others."""

from collections.abc import Iterable, Mapping
from typing import Any

from adapters.wording import phrase
from engine.scene.exchange.entries import entry_of, field_of
from engine.scene.exchange.parts import KEPT, Parts, Values, kept
from engine.scene.exchange.worded import field_words
from engine.scene.format.refusal import UnreadableError
from engine.scene.model import Field, Scene


def fields_in(entries: Any, parts: Parts) -> tuple[Field, ...]:
    """Each entry as a field, which keeps its key in an object. Raises ``UnreadableError``."""
    if isinstance(entries, list):
        return tuple(_field(one, None, number, parts) for number, one in enumerate(entries, 1))
    if isinstance(entries, dict):
        named = enumerate(entries.items(), 1)
        return tuple(_field(one, key, number, parts) for number, (key, one) in named)
    raise UnreadableError(phrase("scene", "Its entries are no list."))


def entries_of(
    scene: Scene, fields: Iterable[Field], parts: Parts, new: Mapping[str, Any], number: str
) -> Values:
    """Entries under their keys; a field that brings none gets the first number that is free.

    ``new`` is what an entry of ours begins with; its ``number`` says which one it is.
    """
    fields = list(fields)
    worded = field_words(scene.language)
    own = [_key(field) for field in fields]
    free = (str(n) for n in range(2 * len(fields)) if str(n) not in own)
    entries: Values = {}
    for field, known in zip(fields, own, strict=True):
        key = known if known is not None and known not in entries else next(free)
        begun = {number: int(key) if key.isdecimal() else len(entries), **new}
        entries[key] = entry_of(field, parts, begun, worded)
    return entries


def _field(entry: Any, key: str | None, number: int, parts: Parts) -> Field:
    field = field_of(entry, f"entry-{number}", parts, key or str(number))
    if key is not None:
        field.extra[KEPT]["key"] = key
    return field


def _key(field: Field) -> str | None:
    key = kept(field.extra).get("key")
    return key if isinstance(key, str) else None
