"""Commands and events as JSON, so that they can cross a socket.

A dataclass becomes an object with its name under ``$type``; only the dataclasses of
``engine.messages`` (and what they hold) can come back, checked against their types.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from adapters.voice.options import TrainingOptions
from adapters.wording import Phrase
from engine import messages

_TYPE = "$type"
_KNOWN: dict[str, type] = {
    kind.__name__: kind
    for kind in (*vars(messages).values(), TrainingOptions, Phrase)
    if isinstance(kind, type) and is_dataclass(kind)
}


class WireError(ValueError):
    """The text is not a message that this version knows."""


def encode(message: object) -> str:
    """One line of JSON."""
    return json.dumps(_plain(message), ensure_ascii=False)


def decode(line: str | bytes) -> Any:
    """The message in a line of JSON. Raises ``WireError``."""
    try:
        return _message(json.loads(line))
    except (ValidationError, ValueError, RecursionError) as error:
        raise WireError(str(error)) from error


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        named = {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        return {_TYPE: type(value).__name__, **named}
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if value is None or isinstance(value, str | int | float):
        return value
    return str(value)  # a path or a date among a phrase's values is shown as text anyway


def _message(value: Any) -> Any:
    if isinstance(value, list):
        return [_message(part) for part in value]
    if not isinstance(value, dict):
        return value
    parts = {key: _message(part) for key, part in value.items() if key != _TYPE}
    if _TYPE not in value:
        return parts
    kind = _KNOWN.get(str(value[_TYPE]))
    if kind is None or parts.keys() - {f.name for f in fields(kind)}:
        raise WireError(f"unknown message: {value[_TYPE]}")
    return _adapter(kind).validate_python(parts)


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
