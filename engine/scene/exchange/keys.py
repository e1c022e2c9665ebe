"""The keys of a lore entry: words, and regular expressions as JavaScript writes them."""

import re
from collections.abc import Mapping
from typing import Any

from engine.scene.exchange.parts import Part, Values

Keys = tuple[tuple[str, ...], tuple[str, ...]]  # words, patterns
_SLASHED = re.compile(r"/(.+)/([a-z]*)", re.DOTALL)
_INLINE = re.compile(r"\(\?([ims]+)\)(.*)", re.DOTALL)


def part(name: str) -> Part:
    """The lens on the list under ``name``; V3 of the cards may say that all of it are patterns."""

    def get(values: Mapping[str, Any]) -> Keys:
        listed = values.get(name)
        keys = [one for one in listed if isinstance(one, str)] if isinstance(listed, list) else []
        if values.get("use_regex") is True:
            return (), tuple(keys)
        slashed = [(key, _SLASHED.fullmatch(key)) for key in keys]
        words = tuple(key for key, found in slashed if not found and key.strip())
        return words, tuple(_pattern(found[1], found[2]) for _, found in slashed if found)

    def put(value: Keys, values: Mapping[str, Any]) -> Values:
        words, patterns = value
        if values.get("use_regex") is True:
            return {name: [*map(re.escape, words), *patterns]}
        return {name: [*words, *map(_in_slashes, patterns)]}

    return Part(get, put)


def _pattern(body: str, flags: str) -> str:
    known = "".join(flag for flag in "ims" if flag in flags)
    return f"(?{known}){body}" if known else body


def _in_slashes(pattern: str) -> str:
    found = _INLINE.fullmatch(pattern)
    flags, body = (found[1], found[2]) if found else ("", pattern)
    return f"/{body}/{flags}"
