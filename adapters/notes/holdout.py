"""Which notes are kept apart, to see whether a voice learned or only memorised."""

import hashlib
from collections.abc import Hashable, Mapping
from typing import TypeVar

from adapters.notes.document import Document

_SHARE = 0.1
_FEWEST = 5  # notes; of fewer none can be spared
_LARGEST = 0.25  # of all notes in one group; more would take what there is to learn from

Note = TypeVar("Note", bound=Hashable)  # whatever names a note


def held_out(groups: Mapping[Note, str], fixed: Mapping[str, bool] | None = None) -> set[Note]:
    """About a tenth of the notes, chosen by the hashes of their texts.

    ``groups`` names for each note the group of those that are nearly the same, by the hash of
    one of their texts: a group is never on both sides. ``fixed`` says of some groups whether
    they are held out. The same notes give the same choice whatever their names and order.
    """
    members: dict[str, list[Note]] = {}
    for note, group in groups.items():
        members.setdefault(group, []).append(note)
    wanted = max(1, round(len(groups) * _SHARE)) if len(groups) >= _FEWEST else 0
    fixed = fixed or {}
    chosen = {note for group, notes in members.items() if fixed.get(group) for note in notes}
    if len(chosen) >= wanted:
        return chosen
    for group in sorted(members.keys() - fixed.keys()):
        if len(members[group]) <= max(1, _LARGEST * len(groups)):
            chosen.update(members[group])
        if len(chosen) >= wanted:
            break
    return chosen


def text_hash(document: Document) -> str:
    """By which documents are chosen; white space at the ends does not count."""
    return hashlib.sha256(document.text.strip().encode("utf-8", errors="replace")).hexdigest()
