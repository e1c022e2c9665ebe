"""What the notes of a folder are about, before anything is trained."""

from collections.abc import Generator
from pathlib import Path

from adapters.notes import themes
from adapters.notes.corpus import documents
from adapters.notes.index.database import opened
from adapters.wording import phrase
from engine.jobs.decided_notes import decided_notes
from engine.jobs.shared import Shared
from engine.messages import FindThemes, NoteThemes, Preparing, Update


def find_themes(shared: Shared, command: FindThemes) -> Generator[Update, None, NoteThemes]:
    """The same themes as the training finds, of the notes that are not skipped."""
    stage = Preparing(phrase("progress", "Finding what the notes are about"))
    with opened(shared.places.notes_index) as index:
        found = yield from decided_notes(index, shared.catalog, Path(command.folder))
        used = [one for one in found.notes if one.use != "skip"]
        telling = themes.of_documents(lambda: (one for _, one in documents(index, used)))
        while True:
            try:
                next(telling)
            except StopIteration as end:
                names, _ = end.value
                return NoteThemes(names)
            yield stage
