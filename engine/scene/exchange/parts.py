"""What a scene and a foreign object both hold, taken apart so that the rest can be kept.

A part is a lens: ``get`` reads it from the object, ``put`` gives the keys that say it. Writing
back changes only what reads otherwise, so an object that nobody changed comes back as it was.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Values = dict[str, Any]
KEPT = "sillytavern"  # the key in ``extra`` under which the rest is kept


@dataclass(frozen=True)
class Part:
    """``put`` is given the new value and the object as it is so far."""

    get: Callable[[Mapping[str, Any]], Any]
    put: Callable[[Any, Mapping[str, Any]], Values]


Parts = Mapping[str, Part]


def taken(values: Values, parts: Parts) -> tuple[Values, Values]:
    """The parts by name, and the rest: what ``given`` would not write again by itself."""
    found = {name: part.get(values) for name, part in parts.items()}
    rest = dict(values)
    for name, part in parts.items():
        written = part.put(found[name], values)
        blank = rest | part.put(part.get({}), rest)
        same = all(key in values and values[key] == new for key, new in written.items())
        if same and part.get(blank) != found[name]:
            rest = blank  # the key stays, for readers that expect it
    # Where parts share a key one may hide another; then all is kept twice, and nothing is lost.
    return found, rest if given(rest, parts, found) == values else dict(values)


def given(rest: Mapping[str, Any], parts: Parts, found: Mapping[str, Any]) -> Values:
    """The object again, with the parts as they are now."""
    values = dict(rest)
    for name, part in parts.items():
        if part.get(values) != found[name]:
            values |= part.put(found[name], values)
    return values


def text(key: str) -> Part:
    """A text under one key."""

    def get(values: Mapping[str, Any]) -> str:
        value = values.get(key)
        return value if isinstance(value, str) else ""

    return Part(get, lambda value, _: {key: value})


def objects(own: Mapping[str, Any], key: str, usual: Mapping[str, Any] | None = None) -> Values:
    """An object that was kept, else the usual one; anybody may have changed a file of ours."""
    found = own.get(key)
    return dict(found) if isinstance(found, dict) else dict(usual or {})


def kept(extra: Mapping[str, Any]) -> Values:
    """What was kept in a field's or scene's ``extra``."""
    return objects(extra, KEPT)
