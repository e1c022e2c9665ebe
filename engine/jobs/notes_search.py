"""Find in my notes: what a voice does not know, the notes themselves still say."""

from collections.abc import Generator
from itertools import islice
from pathlib import Path

from adapters.catalog import search, vocabulary
from adapters.errors import UserError
from adapters.notes.index import rows
from adapters.notes.index.database import Index, opened
from adapters.notes.index.find import find as find_in
from adapters.notes.index.look import look
from adapters.wording import phrase
from engine.jobs.shared import Shared
from engine.messages import (
    FindNotes,
    FoundNotes,
    FoundSoFar,
    NoteHit,
    NoteSeen,
    NoteText,
    ReadNote,
    Update,
)

_MOST_MARKS = 1_000


def find(shared: Shared, command: FindNotes) -> Generator[Update, None, FoundNotes]:
    """First among what was read before, then again when all is read that is new."""
    folder = Path(command.folder)
    with opened(shared.places.notes_index) as index:
        yield FoundSoFar(_hits(index, folder, command.words))
        for count, path in enumerate(look(index, folder), 1):
            yield NoteSeen(count, path)
        return FoundNotes(_hits(index, folder, command.words))


def read(shared: Shared, command: ReadNote) -> Generator[Update, None, NoteText]:
    """The text as it was read last. Raises ``UserError`` where it has left the index."""
    yield from ()
    with opened(shared.places.notes_index) as index:
        number = rows.note_id(index, Path(command.folder), command.path)
        for _, document in rows.documents(index, [] if number is None else [number]):
            terms = vocabulary.words_of(command.words)
            marks = islice(search.places(document.text, terms), _MOST_MARKS) if terms else ()
            return NoteText(command.path, document.title, document.text, tuple(marks))
    raise UserError(
        phrase("errors", "The note could not be shown."),
        phrase("errors", "{path} is not in the folder any more.", path=command.path),
        phrase("errors", "Search again."),
    )


def _hits(index: Index, folder: Path, words: str) -> tuple[NoteHit, ...]:
    return tuple(
        NoteHit(hit.path, hit.title, hit.snippet) for hit in find_in(index, folder, words)
    )
