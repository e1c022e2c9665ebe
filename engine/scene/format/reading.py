"""Bytes to plain values, within limits: a file from elsewhere may be made to do harm."""

import json
import math
from pathlib import Path
from typing import Any

from yaml import YAMLError

from adapters import plain_yaml
from adapters.notes.document import CannotReadError
from adapters.notes.opening import bounded, opened
from adapters.wording import phrase
from engine.scene.format.refusal import UnreadableError

LARGEST = 16 * 2**20  # bytes
LARGEST_YAML = 300_000  # characters, about two seconds of PyYAML
DEEPEST = 100  # values inside of values; 32 levels of fields are 64 of these
MOST = 500_000  # values
YAML = (".yaml", ".yml")


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """A regular file of bounded size. Raises ``UnreadableError``."""
    try:
        with opened(path.resolve()) as file:
            return bounded(file, largest)
    except CannotReadError as error:
        raise UnreadableError(
            phrase("scene", "The file cannot be read: {reason}.", reason=error.reason)
        ) from error


def values_of(data: bytes, yaml: bool = False) -> Any:
    """The values that JSON or YAML holds. Raises ``UnreadableError``."""
    try:
        text = data.decode("utf-8-sig")
        values = _yaml(text) if yaml else json.loads(text, parse_constant=_no_number)
        return _Checker().checked(values, 0)
    except (UnicodeDecodeError, ValueError, YAMLError, RecursionError) as error:
        kind = "YAML" if yaml else "JSON"
        raise UnreadableError(
            phrase(
                "scene",
                "It is not valid {kind}: {reason}",
                kind=kind,
                reason=" ".join(str(error).split())[:200],
            )
        ) from error


def _yaml(text: str) -> Any:
    if len(text) > LARGEST_YAML:
        raise UnreadableError(
            phrase(
                "scene",
                "YAML is read up to {number} characters; larger scenes are kept as JSON.",
                number=LARGEST_YAML,
            )
        )
    return plain_yaml.load(text)


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


class _Checker:
    """Counts what there is; depth and number have bounds, each text can be written again."""

    def __init__(self) -> None:
        self._left = MOST

    def checked(self, value: Any, depth: int) -> Any:
        self._left -= 1
        if depth > DEEPEST or self._left < 0:
            raise UnreadableError(phrase("scene", "It is nested too deeply, or holds too much."))
        if isinstance(value, dict):
            return {_text(str(k)): self.checked(v, depth + 1) for k, v in value.items()}
        if isinstance(value, list):
            return [self.checked(one, depth + 1) for one in value]
        if isinstance(value, float) and not math.isfinite(value):
            raise ValueError("a number without end")
        if value is None or isinstance(value, bool | int | float):
            return value
        return _text(str(value))


def _text(text: str) -> str:
    """Half a pair of surrogates is no letter, and no file can hold it."""
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text
