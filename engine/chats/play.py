"""Plays and transcripts as text: NAME: words, or as screenplays set them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.chats.chat import Said

_LONGEST = 40  # characters of a name
_SPOKEN = re.compile(
    r"[>\s]*[*_]{0,2}(?P<name>[^\W\d_][^:*_\n]{0,60}?)[*_]{0,2}(?:\s*\((?P<how>[^()\n]{1,60})\))?"
    r"[*_]{0,2}:[*_]{0,2}(?:\s+(?P<text>\S.*))?"
)
_PLACE = re.compile(
    r"(?:INT|EXT|EST|INT\.?/EXT|ИНТ|НАТ|ЭКСТ|ИНТ\.?/НАТ)[.\s]\s*\S.*|(?:СЦЕНА|SCENE|ACT|АКТ)\s+\S.*"
)
_TURNED = re.compile(r"(?:FADE|CUT|DISSOLVE|SMASH|ЗТМ|ИЗ ЗТМ)\b.*|.*\bTO:")
_CUE = re.compile(r"(?P<name>[^\W\d_][^():]*?)\s*(?:\([^()]{1,30}\))?\s*\^?")
_ASIDE = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Part:
    """What is said at one place, or in one sitting; ``scene`` as ``Chat`` has it."""

    place: str
    turns: tuple[Said, ...]
    scene: Mapping[str, Any] | None = None


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts in which somebody speaks; empty for a text that is no talk."""
    lines = text.replace("\r\n", "\n").replace("\t", "    ").split("\n")
    readings = [tuple(_colons(lines)), tuple(_screenplay(lines))]
    return max(readings, key=lambda parts: sum(len(part.turns) for part in parts))


def _colons(lines: Sequence[str]) -> Iterator[Part]:
    """A name begins a turn where it does so twice, or stands in capital letters."""
    begun = [_SPOKEN.fullmatch(line.strip()) for line in lines]
    counts = Counter(_name(found["name"]) for found in begun if found)
    known = {name for name, times in counts.items() if times > 1 or name.isupper()}
    known = {name for name in known if len(name) <= _LONGEST and len(name.split()) <= 4}
    place, turns = "", list[Said]()
    for line, found in zip(lines, begun, strict=True):
        if found and _name(found["name"]) in known:
            turns.append(Said(_name(found["name"]), found["text"] or ""))
        elif heading := _heading(line):
            yield from _part(place, turns)
            place, turns = heading, []
        elif line.strip() and turns:
            before = turns[-1]
            turns[-1] = Said(before.speaker, f"{before.text}\n{line.strip()}".strip())
    yield from _part(place, turns)


def _screenplay(lines: Sequence[str]) -> Iterator[Part]:
    """A name in capitals alone on its line; what is said follows it up to an empty line."""
    place, turns, speaking = "", list[Said](), ""
    for number, line in enumerate(lines):
        bare = line.strip()
        following = lines[number + 1].strip() if number + 1 < len(lines) else ""
        if heading := _heading(line):
            yield from _part(place, turns)
            place, turns, speaking = heading, [], ""
        elif not bare:
            speaking = ""
        elif not speaking and following and (name := _cue(bare)):
            speaking = name
            turns.append(Said(name, ""))
        elif speaking and not _ASIDE.fullmatch(bare):
            turns[-1] = Said(speaking, f"{turns[-1].text} {bare}".strip())
    yield from _part(place, turns)


def _cue(line: str) -> str:
    found = _CUE.fullmatch(line) if len(line) <= 3 * _LONGEST else None
    name = found["name"].strip() if found else ""
    fits = name.isupper() and len(name) <= _LONGEST and not name.endswith((".", "!", "?", "…"))
    return _name(name) if fits and not _TURNED.fullmatch(line) else ""


def _heading(line: str) -> str:
    bare = line.strip().lstrip("#").strip()
    return bare if _PLACE.fullmatch(bare) else ""


def _name(name: str) -> str:
    return " ".join(name.split())


def _part(place: str, turns: Sequence[Said]) -> Iterator[Part]:
    said = tuple(turn for turn in turns if turn.text.strip())
    if said:
        yield Part(place, said)
