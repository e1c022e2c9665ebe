"""What becomes of the notes of a folder, for the preview and for the training alike."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from adapters.catalog import learned_notes, note_decisions, note_folders
from adapters.catalog.database import Catalog
from adapters.catalog.learned_notes import Earlier
from adapters.catalog.records import NoteUse
from adapters.notes.decisions import Decided, decide
from adapters.notes.index import rows
from adapters.notes.index.database import Index
from adapters.notes.index.look import look
from adapters.notes.index.rows import Note
from engine.messages import NoteSeen, Update


@dataclass(frozen=True)
class DecidedNotes:
    """The notes of a folder; ``owner`` are the names under which its owner speaks."""

    notes: list[Decided]
    owner: frozenset[str]


def decided_notes(
    index: Index, catalog: Catalog, folder: Path, goes_on: int | None = None
) -> Generator[Update, None, DecidedNotes]:
    """Read what is new in ``folder`` and decide about all of it.

    ``goes_on`` is the version of a voice that learns on: what was held out before stays so.
    Raises ``UserError`` where the folder cannot be listed.
    """
    for count, path in enumerate(look(index, folder), 1):
        yield NoteSeen(count, path)
    owner = note_folders.owner_names(catalog, folder)
    decisions = note_decisions.of_folder(catalog, folder)
    notes = rows.notes(index, folder)
    earlier = _settled(notes, learned_notes.earlier(catalog, goes_on)) if goes_on else None
    return DecidedNotes(decide(notes, decisions, owner, earlier), owner)


def _settled(notes: Sequence[Note], earlier: Earlier) -> dict[str, NoteUse]:
    """On which side notes are already, by the hashes of their texts.

    One that was held out stays so when its text has changed: what it said is in it still.
    """
    settled: dict[str, NoteUse] = dict.fromkeys(earlier.held_out, "held_out")
    for note in notes:
        if note.path in earlier.held_out_paths:
            settled[note.sha256] = "held_out"
    return settled | dict.fromkeys(earlier.taught, "learn")
