"""The keys of a lore entry: words, and regular expressions as JavaScript writes them."""

import re
from collections.abc import Mapping
from typing import Any

from engine.scene.exchange.parts import Part, Values

Keys = tuple[tuple[str, ...], tuple[str, ...]]  # words, patterns
_SLASHED = re.compile(r"/(.+)/([a-z]*)", re.DOTALL)
_PLAIN = re.compile(r"[\w '’-]*")  # what means the same as words and as a pattern
_INLINE = re.compile(r"\(\?([ims]+)\)(.*)", re.DOTALL)


def part(name: str) -> Part:
    """The lens on the list under ``name``; a card of V3 may say that all of it are patterns."""

    def get(values: Mapping[str, Any]) -> Keys:
        listed = values.get(name)
        keys = [one for one in listed if isinstance(one, str)] if isinstance(listed, list) else []
        patterns = values.get("use_regex") is True
        found = [_pattern(key, patterns) for key in keys]
        words = tuple(k for k, one in zip(keys, found, strict=True) if one is None and k.strip())
        return words, tuple(one for one in found if one is not None)

    def put(value: Keys, values: Mapping[str, Any]) -> Values:
        words, patterns = value
        if values.get("use_regex") is True:
            words = tuple(word if _PLAIN.fullmatch(word) else re.escape(word) for word in words)
        return {name: [*words, *map(_in_slashes, patterns)]}

    return Part(get, put)


def _pattern(key: str, patterns: bool) -> str | None:
    """The pattern that a key is; None for words. SillyTavern says of all keys that they may be."""
    slashed = _SLASHED.fullmatch(key)
    if slashed is None:
        return key if patterns and not _PLAIN.fullmatch(key) else None
    known = "".join(flag for flag in "ims" if flag in slashed[2])
    return f"(?{known}){slashed[1]}" if known else slashed[1]


def _in_slashes(pattern: str) -> str:
    found = _INLINE.fullmatch(pattern)
    flags, body = (found[1], found[2]) if found else ("", pattern)
    return f"/{body}/{flags}"
