"""Entries of lorebooks as fields, in the two ways in which SillyTavern writes them."""

from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

from adapters.wording import phrase
from engine.scene.exchange import keys
from engine.scene.exchange.parts import (
    KEPT,
    Part,
    Parts,
    Values,
    given,
    kept,
    objects,
    taken,
    text,
)
from engine.scene.fields.text import FreeText
from engine.scene.format.refusal import UnreadableError
from engine.scene.model import Field, Mode, When

USUAL_ORDER = 100  # SillyTavern's own


def _mode(off: str, means_off: bool) -> Part:
    def get(values: Mapping[str, Any]) -> Mode:
        if values.get(off, not means_off) is means_off:
            return "never"
        return "always" if values.get("constant") is True else "mentioned"

    def put(mode: Mode, _: Mapping[str, Any]) -> Values:
        if mode == "never":
            return {off: means_off}
        return {off: not means_off, "constant": mode == "always"}

    return Part(get, put)


def _probability() -> Part:
    def get(values: Mapping[str, Any]) -> float:
        found = values.get("probability")
        if values.get("useProbability") is False or not _is_number(found):
            return 1.0
        return float(min(max(found, 0), 100) / 100)

    def put(value: float, _: Mapping[str, Any]) -> Values:
        return {"probability": round(100 * value, 6), "useProbability": True}

    return Part(get, put)


def _stays(depth: str) -> Part:
    """Sticky turns; without, as many as the entry looks back."""

    def get(values: Mapping[str, Any]) -> int:
        sticky, looks = values.get("sticky"), values.get(depth)
        if _is_number(sticky) and sticky > 0:
            return min(int(sticky), 1000)
        return min(max(int(looks) - 1, 0), 1000) if _is_number(looks) and looks else 1

    def put(value: int, _: Mapping[str, Any]) -> Values:
        return {"sticky": value} if value else {"sticky": 0, depth: 1}

    return Part(get, put)


def _whole(key: str, usual: int = 0) -> Part:
    def get(values: Mapping[str, Any]) -> int:
        found = values.get(key)
        return found - usual if isinstance(found, int) and not isinstance(found, bool) else 0

    return Part(get, lambda value, _: {key: value + usual})


def _title() -> Part:
    """Books have both; SillyTavern shows the comment."""

    def get(values: Mapping[str, Any]) -> str:
        names = (values.get("comment"), values.get("name"))
        return next((one for one in names if isinstance(one, str) and one), "")

    return Part(get, lambda value, _: {"comment": value})


def _inside(key: str, part: Part) -> Part:
    """The same lens on an object under ``key``."""

    def inner(values: Mapping[str, Any]) -> Values:
        found = values.get(key)
        return dict(found) if isinstance(found, dict) else {}

    return Part(
        lambda values: part.get(inner(values)),
        lambda value, values: {key: inner(values) | part.put(value, inner(values))},
    )


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


# Of a character card's own book, and of a World Info file.
BOOK: Parts = {
    "text": text("content"),
    "title": _title(),
    "keys": keys.part("keys"),
    "mode": _mode("enabled", False),
    "probability": _inside("extensions", _probability()),
    "stays": _inside("extensions", _stays("scan_depth")),
    "priority": _whole("priority"),
}
WORLD: Parts = {
    "text": text("content"),
    "title": text("comment"),
    "keys": keys.part("key"),
    "mode": _mode("disable", True),
    "probability": _probability(),
    "stays": _stays("scanDepth"),
    "priority": _whole("order", USUAL_ORDER),
}
# What their readers expect to be there.
NEW_BOOK: Values = {"keys": [], "content": "", "extensions": {}, "enabled": True}
NEW_WORLD: Values = {
    "key": [],
    "keysecondary": [],
    "comment": "",
    "content": "",
    "constant": False,
    "selective": True,
    "order": USUAL_ORDER,
    "position": 0,
    "disable": False,
}


def field_of(entry: Any, id: str, parts: Parts, place: str) -> Field:
    """Raises ``UnreadableError`` for what is no entry."""
    if not isinstance(entry, dict) or not isinstance(entry.get("content", ""), str):
        raise UnreadableError(phrase("scene", "{place} is no entry of a lorebook.", place=place))
    found, rest = taken(entry, parts)
    words, patterns = found["keys"]
    when = When(
        found["mode"],
        words,
        patterns,
        stays=found["stays"],
        probability=found["probability"],
    )
    return Field(
        id,
        FreeText(found["text"]),
        found["title"],
        when,
        found["priority"],
        extra={KEPT: {"entry": rest}},
    )


def entry_of(
    field: Field, parts: Parts, new: Mapping[str, Any], worded: Callable[[Field], str]
) -> Values:
    """``worded`` gives the text of a field that is no free text."""
    data, when = field.data, field.when
    return given(
        objects(kept(field.extra), "entry", new),
        parts,
        {
            "text": data.text if isinstance(data, FreeText) else worded(field),
            "title": field.title,
            "keys": (when.words, when.patterns),
            "mode": when.mode,
            "probability": when.probability,
            "stays": when.stays,
            "priority": field.priority,
        },
    )


def is_entry(field: Field) -> bool:
    return "entry" in kept(field.extra)
