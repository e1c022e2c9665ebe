"""Talk that stands in a scene: NAME: words, of those whom the scene names."""

import re
from collections.abc import Collection

from adapters.catalog.folding import fold
from engine.chats.chat import Said

_LONGEST = 60  # characters of a name
_BEGUN = re.compile(
    rf"[\W_]*(?P<name>[^:\n]{{1,{_LONGEST}}}?)[\W_]*?(?:\([^()\n]{{1,60}}\))?[*_]*:[*_]*\s*"
    r"(?P<text>.*)"
)
_APART = re.compile(r"<START>", re.IGNORECASE)


def talks_in(text: str, names: Collection[str]) -> list[list[Said]]:
    """The pieces of talk; a line without a name goes on with the turn before it."""
    known = {fold(name): name for name in names}
    pieces = [_turns(piece, known) for piece in _APART.split(text)]
    return [turns for turns in pieces if turns]


def _turns(text: str, known: dict[str, str]) -> list[Said]:
    turns: list[Said] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        found = _BEGUN.fullmatch(line)
        name = known.get(fold(found["name"])) if found else None
        if found and name is not None:
            turns.append(Said(name, found["text"].strip()))
        elif turns:
            before = turns[-1]
            turns[-1] = Said(before.speaker, f"{before.text}\n{line}".strip())
    return [turn for turn in turns if turn.text]
