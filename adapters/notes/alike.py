"""Which notes of a folder say the same, or nearly the same."""

from collections.abc import Sequence

import numpy as np

from adapters.notes import duplicates
from adapters.notes.index.rows import Note


class Alike:
    """``group`` gives for each note (by its place) the first note of its group.

    Notes of one group are the same or near to one another, directly or through others.
    """

    def __init__(self, notes: Sequence[Note]) -> None:
        self._notes = notes
        self._signatures = duplicates.from_bytes([note.signature or b"" for note in notes])
        first: dict[str, int] = {}
        self.group = [first.setdefault(note.same, place) for place, note in enumerate(notes)]
        apart = list(first.values())
        joined = {place: place for place in apart}
        for rows in duplicates.groups(self._signatures[np.array(apart, dtype=np.intp)]):
            joined.update((apart[row], apart[rows[0]]) for row in rows)
        self.group = [joined[place] for place in self.group]

    def like(self, place: int, others: Sequence[int]) -> int | None:
        """The first of ``others`` that says the same as the note at ``place``, or nearly so."""
        if not others:
            return None
        near = duplicates.likeness(self._signatures, place, others) >= duplicates.NEAR
        found = np.flatnonzero(near)
        return others[int(found[0])] if len(found) else None
