"""What becomes of each note: learned, held out, or skipped with the reason.

The one place that decides it, for the preview and for the training alike. First what a note
says itself, then what it has in common with others; the owner overrules both.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from adapters.catalog.records import NoteDecision, NoteUse
from adapters.notes.alike import Alike
from adapters.notes.holdout import held_out
from adapters.notes.index.rows import Note
from adapters.notes.owner import NO_NAMES, why_silent
from adapters.wording import Phrase, phrase

SHORTEST = 40  # characters of text; less says nothing about a voice
_UNDECIDED = NoteDecision()

Outcome = tuple[NoteUse, Phrase | None]  # why, where it is skipped
Owner = Sequence[NoteUse | None]  # what the owner wants of each note


@dataclass(frozen=True, slots=True)
class Decided:
    """``proposed`` is what would become of the note if the owner had said nothing."""

    note: Note
    use: NoteUse
    reason: Phrase | None = None  # why it is skipped, where the owner did not say so
    proposed: NoteUse = "skip"
    by_owner: bool = False
    unmasked: bool = False
    usable: bool = True  # False: it has no text, whatever the owner says


def decide(
    notes: Sequence[Note],
    decisions: Mapping[str, NoteDecision],
    owner: Set[str] = NO_NAMES,
    earlier: Mapping[str, NoteUse] | None = None,
) -> list[Decided]:
    """What becomes of ``notes``, in their order; ``decisions`` are by path.

    In conversations the owner speaks under the names ``owner``.
    ``earlier`` says, by their texts' hashes, what the version that learns on did with notes:
    what it has learned is not held out now, and what it held out is not learned.
    """
    unusable = {note.id: why for note in notes if (why := _unusable(note, owner))}
    usable = [note for note in notes if note.id not in unusable]
    said = [decisions.get(note.path, _UNDECIDED) for note in usable]
    deciding = _Deciding(usable, earlier or {})
    proposed = deciding.outcomes([None] * len(usable))
    wishes = [decision.use for decision in said]
    settled = deciding.outcomes(wishes) if any(wishes) else proposed
    found = {
        note.id: Decided(note, use, reason, proposal, wish.use is not None, wish.unmasked)
        for note, (use, reason), (proposal, _), wish in zip(
            usable, settled, proposed, said, strict=True
        )
    }
    for note in notes:
        if note.id in unusable:
            found[note.id] = Decided(note, "skip", unusable[note.id], usable=False)
    return [found[note.id] for note in notes]


def _unusable(note: Note, owner: Set[str]) -> Phrase | None:
    """Why nothing can be learned from a note, whatever the owner decides about it."""
    if note.reason is not None:
        return note.reason
    if note.letters == 0:
        return phrase("notes", "empty")
    return why_silent(note.speakers, owner) if note.speakers else None


def _unfit(note: Note) -> Phrase | None:
    """Why a note is better left out, seen alone."""
    if note.letters < SHORTEST:
        return phrase("notes", "too short, {count} characters", count=note.letters)
    return phrase("notes", "looks like passwords or keys") if note.mostly_secret else None


class _Deciding:
    """Decides about notes that have a text; each is known by its place among them."""

    def __init__(self, notes: Sequence[Note], earlier: Mapping[str, NoteUse]) -> None:
        self._notes = notes
        self._alike = Alike(notes)
        self._unfit = [_unfit(note) for note in notes]
        self._earlier = [earlier.get(note.sha256) for note in notes]
        self._names: dict[int, str] = {}  # of the groups, by the smallest hash among their texts
        for group, note in zip(self._alike.group, notes, strict=True):
            self._names[group] = min(note.sha256, self._names.get(group, note.sha256))

    def outcomes(self, owner: Owner) -> list[Outcome]:
        """What becomes of each note, where the owner wants so."""
        skipped = self._skipped(owner)
        kept = [place for place in range(len(self._notes)) if place not in skipped]
        apart = self._apart(kept, owner)
        learned = {
            self._alike.group[place]: place
            for place in kept
            if place not in apart and owner[place] != "held_out"
        }
        return [
            ("skip", skipped[place])
            if place in skipped
            else ("held_out", None)
            if place in apart
            else self._unless_wanted_apart(place, owner, learned)
            for place in range(len(self._notes))
        ]

    def _skipped(self, owner: Owner) -> dict[int, Phrase | None]:
        skipped = {
            place: None if owner[place] else unfit
            for place, unfit in enumerate(self._unfit)
            if owner[place] == "skip" or (unfit and owner[place] is None)
        }
        for members in self._groups(p for p in range(len(self._notes)) if p not in skipped):
            skipped.update(self._repeated(members, owner))
        return skipped

    def _groups(self, places: Iterable[int]) -> list[list[int]]:
        """Those of the places that have others of their kind among them."""
        found: dict[int, list[int]] = {}
        for place in places:
            found.setdefault(self._alike.group[place], []).append(place)
        return [members for members in found.values() if len(members) > 1]

    def _repeated(self, members: list[int], owner: Owner) -> dict[int, Phrase]:
        """Of each text the longest form is kept; what the owner wants is kept beside it."""
        kept: list[int] = []
        found: dict[int, Phrase] = {}
        for place in sorted(members, key=self._rank):
            like = None if owner[place] else self._alike.like(place, kept)
            if like is None:
                kept.append(place)
            else:
                found[place] = self._as_another(place, like)
        return found

    def _rank(self, place: int) -> tuple[int, int, str]:
        """The original comes before ``copy of ...``: its name is shorter."""
        note = self._notes[place]
        return -note.letters, len(note.path), note.path

    def _as_another(self, place: int, other: int) -> Phrase:
        path = self._notes[other].path
        if self._notes[place].same == self._notes[other].same:
            return phrase("notes", "same text as {path}", path=path)
        return phrase("notes", "nearly the same as {path}", path=path)

    def _apart(self, kept: list[int], owner: Owner) -> set[int]:
        """The places that are held out. A group is on one side."""
        names = {place: self._names[self._alike.group[place]] for place in kept}
        fixed: dict[str, bool] = {}
        for wanted, use, held in (
            (owner, "learn", False),
            (owner, "held_out", True),
            (self._earlier, "learn", False),
            (self._earlier, "held_out", True),
        ):
            for place in kept:
                if wanted[place] == use:
                    fixed.setdefault(names[place], held)
        return held_out(names, fixed)

    def _unless_wanted_apart(
        self, place: int, owner: Owner, learned: Mapping[int, int]
    ) -> Outcome:
        """A note that the owner wants held out cannot be, where its like is learned."""
        if owner[place] != "held_out":
            return "learn", None
        path = self._notes[learned[self._alike.group[place]]].path
        return "skip", phrase("notes", "nearly the same as {path}, which is learned", path=path)
