"""Plain values to a dataclass and back, by its own types; unknown keys go into ``extra``."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from adapters.wording import Phrase, phrase
from engine.scene.format.refusal import UnreadableError

T = TypeVar("T")


def _unknown(_: Mapping[str, Any]) -> Phrase:
    return phrase("scene", "it cannot be understood")


_WORDS: Mapping[str, Callable[[Mapping[str, Any]], Phrase]] = {
    **dict.fromkeys(
        ("string_type", "string_too_short"), lambda _: phrase("scene", "a text is expected")
    ),
    **dict.fromkeys(
        ("int_type", "int_from_float"), lambda _: phrase("scene", "a whole number is expected")
    ),
    "float_type": lambda _: phrase("scene", "a number is expected"),
    "bool_type": lambda _: phrase("scene", "true or false is expected"),
    "tuple_type": lambda _: phrase("scene", "a list is expected"),
    "dataclass_type": lambda _: phrase("scene", "an object is expected"),
    "literal_error": lambda c: phrase("scene", "one of {names} is expected", names=c["expected"]),
    "greater_than_equal": lambda c: phrase("scene", "it is less than {bound}", bound=c["ge"]),
    "less_than_equal": lambda c: phrase("scene", "it is more than {bound}", bound=c["le"]),
    "missing": lambda _: phrase("scene", "it is missing"),
}


_adapters: dict[type, TypeAdapter[Any]] = {}


def adapter(kind: type) -> TypeAdapter[Any]:
    """Made once for each class, which takes milliseconds."""
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def names_of(kind: Any) -> tuple[str, ...]:
    """What a file may say of it."""
    return tuple(f.name for f in fields(kind) if f.name != "extra")


def made(kind: type[T], values: Mapping[str, Any], place: str) -> T:
    """The dataclass of the known keys. Raises ``UnreadableError``, which names the place."""
    known = {name: values[name] for name in names_of(kind) if name in values}
    try:
        # As JSON, in which a list stands for a tuple and nothing else is taken for another.
        part: T = adapter(kind).validate_json(json.dumps(known), strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        at = [place, *(str(part) for part in first["loc"])]
        words = _WORDS.get(first["type"], _unknown)
        raise wrong(" → ".join(at), words(first.get("ctx", {}))) from error
    return part


def rest(values: Mapping[str, Any], known: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in known}


def told(part: Any) -> Iterator[tuple[str, Any]]:
    """What differs from the usual, in the order of the class."""
    for f in fields(part):
        usual = f.default if f.default is not MISSING else None
        value = getattr(part, f.name)
        if f.name != "extra" and value != usual:
            yield f.name, list(value) if isinstance(value, tuple) else value


def wrong(place: str, problem: Phrase) -> UnreadableError:
    return UnreadableError(phrase("scene", "{place}: {problem}.", place=place, problem=problem))
