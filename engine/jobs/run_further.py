"""What a voice that learns on reads of the notes that it may learn."""

from collections.abc import Sequence
from pathlib import Path

from adapters.catalog import learned_notes
from adapters.catalog.database import Catalog
from adapters.catalog.records import Run
from adapters.errors import UserError
from adapters.notes.decisions import Decided
from adapters.notes.further import Text, further
from adapters.wording import phrase


def new_and_replayed(catalog: Catalog, run: Run, learn: Sequence[Decided]) -> list[Decided]:
    """The new ones, then some of those that it knows. Raises ``UserError`` where none is new."""
    assert run.base_version is not None
    earlier = learned_notes.earlier(catalog, run.base_version)
    texts = {place: Text(d.note.sha256, d.note.letters) for place, d in enumerate(learn)}
    chosen = further(texts, earlier.learned, run.seed)
    if not chosen.new:
        raise _nothing_new(Path(run.folder))
    return [learn[place] for place in (*chosen.new, *chosen.replayed)]


def _nothing_new(folder: Path) -> UserError:
    return UserError(
        phrase("errors", "There is nothing new to learn."),
        phrase("errors", "The voice knows every note in {folder}.", folder=str(folder)),
        phrase("errors", "Write some more, or choose another folder."),
    )
