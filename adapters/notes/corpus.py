"""The texts of the notes that were decided about, as they are learned."""

from collections.abc import Iterator, Sequence

from adapters.notes.decisions import Decided
from adapters.notes.document import Document
from adapters.notes.index import rows
from adapters.notes.index.database import Index
from adapters.notes.secrets import without_secrets


def documents(index: Index, decided: Sequence[Decided]) -> Iterator[tuple[Decided, Document]]:
    """Each note with its text, secrets masked where the owner has not decided otherwise.

    A few texts are in memory at a time. A note that has left the index meanwhile is left out.
    """
    by_id = {one.note.id: one for one in decided}
    for number, document in rows.documents(index, list(by_id)):
        one = by_id[number]
        masking = one.note.secrets and not one.unmasked
        yield one, without_secrets(document) if masking else document
