"""What to ask a voice that learns from a folder, where its owner has not said it."""

from collections.abc import Iterable
from pathlib import Path

from adapters.notes.document import Document
from adapters.notes.index import rows
from adapters.notes.index.database import Index
from adapters.notes.plain_question import plain_question, says_something

_LOOKED_AT = 50  # notes


def question_for(index: Index, folder: Path) -> str:
    """A heading of the notes, which is how they are asked for while it learns.

    A plain question in the language of the notes where none of the first has one. ``folder``
    as it was looked at last.
    """
    first = [note.id for note in rows.notes(index, folder) if note.reason is None][:_LOOKED_AT]
    return question_from(document for _, document in rows.documents(index, first))


def question_from(documents: Iterable[Document]) -> str:
    """The same from notes that are read already."""
    first = ""
    for one in documents:
        if says_something(one.title):
            return one.title.strip()
        first = first or one.text
    return plain_question(first)
