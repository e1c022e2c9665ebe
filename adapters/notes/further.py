"""What a voice that learns on reads: all that is new, and some of what it knows already.

A voice that learned only new notes would forget the older ones, so some of these are replayed.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from hashlib import sha256
from typing import Generic, TypeVar

REPLAYED = 1.0  # letters of older notes at most for each letter of new ones

Note = TypeVar("Note")


@dataclass(frozen=True)
class Text:
    """What has to be known of a note: the hash of its text, and how long it is."""

    sha256: str
    letters: int


@dataclass(frozen=True)
class Further(Generic[Note]):
    new: list[Note]
    replayed: list[Note]


def further(notes: Mapping[Note, Text], learned: Set[str], seed: int) -> Further[Note]:
    """Divide the notes that may be learned; ``learned`` are the hashes of texts known already.

    Which older notes are replayed follows from ``seed`` and their texts alone: other ones in
    the next run. Both come in the order of ``notes``.
    """
    new = [note for note, text in notes.items() if text.sha256 not in learned]
    older = [note for note, text in notes.items() if text.sha256 in learned]
    room = REPLAYED * sum(notes[note].letters for note in new)
    chosen: set[int] = set()
    for place in sorted(range(len(older)), key=lambda at: _drawn(notes[older[at]], seed)):
        room -= notes[older[place]].letters
        if room < 0:
            break
        chosen.add(place)
    return Further(new, [note for place, note in enumerate(older) if place in chosen])


def _drawn(text: Text, seed: int) -> str:
    return sha256(f"{seed} {text.sha256}".encode()).hexdigest()
