"""What a reader is, and how the reader of one note becomes that of a file."""

from collections.abc import Callable, Iterator

from adapters.notes.document import Document, Skipped
from adapters.notes.file import File
from adapters.notes.opening import LARGEST

# Gives the notes of a file one by one, without keeping those it gave where the format allows;
# raises ``CannotReadError`` when nothing, or nothing more, can be read.
Reader = Callable[[File], Iterator[Document | Skipped]]

# Takes the bytes of a note and its name without the suffix; gives the title and the text.
OneNote = Callable[[bytes, str], tuple[str, str]]


def single(read: OneNote, largest: int = LARGEST) -> Reader:
    """The reader of files that are one note each, of at most ``largest`` bytes."""

    def notes(file: File) -> Iterator[Document | Skipped]:
        title, text = read(file.contents(largest), file.stem)
        yield Document(file.path, title, text, file.size)

    return notes
