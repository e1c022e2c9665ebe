"""Whether there are notes that a voice has not learned yet; on the files' lane."""

from collections.abc import Generator
from pathlib import Path

from adapters.catalog import learned_notes, runs, voices
from adapters.catalog.database import Catalog
from adapters.catalog.learned_notes import Earlier
from adapters.catalog.records import Voice
from adapters.errors import UserError
from adapters.notes.index import rows
from adapters.notes.index.database import Index, opened
from adapters.notes.index.look import look
from engine.jobs.decided_notes import decided_notes
from engine.jobs.shared import Shared
from engine.messages import FindNewNotes, NewNotes, NoteSeen, NotesOfVoice, Update


def find(shared: Shared, command: FindNewNotes) -> Generator[Update, None, NewNotes]:
    """Look into the folders of all voices, each once; only what has changed in them is read.

    A folder that cannot be read now says nothing: it may be on a disk that is not there.
    """
    del command
    found: list[NotesOfVoice] = []
    with opened(shared.places.notes_index) as index:
        for folder, learners in _folders(shared.catalog).items():
            try:
                for count, path in enumerate(look(index, folder), 1):
                    yield NoteSeen(count, path)
                for voice in learners:
                    count = yield from _count(index, shared.catalog, folder, voice)
                    found.append(NotesOfVoice(voice.id, str(folder), count))
            except UserError:
                continue
    return NewNotes(tuple(found))


def _folders(catalog: Catalog) -> dict[Path, list[Voice]]:
    """From which folder each voice learned; of some that were made elsewhere nobody knows."""
    folders = {run.id: run.folder for run in runs.everything(catalog)}
    found: dict[Path, list[Voice]] = {}
    for voice in voices.everything(catalog):
        if (folder := folders.get(voice.version.run or 0)) is not None:
            found.setdefault(Path(folder), []).append(voice)
    return found


def _count(
    index: Index, catalog: Catalog, folder: Path, voice: Voice
) -> Generator[Update, None, int]:
    earlier = learned_notes.earlier(catalog, voice.version.id)
    if not earlier.learned or not _may_be_new(index, folder, earlier):
        return 0
    decided = yield from decided_notes(index, catalog, folder, voice.version.id)
    return sum(d.use == "learn" and d.note.sha256 not in earlier.learned for d in decided.notes)


def _may_be_new(index: Index, folder: Path, earlier: Earlier) -> bool:
    """Mostly there is nothing, and then nothing has to be decided."""
    known = earlier.learned | earlier.held_out
    return any(
        note.reason is None
        and note.sha256 not in known
        and note.path not in earlier.held_out_paths
        for note in rows.notes(index, folder)
    )
