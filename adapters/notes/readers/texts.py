"""Text files: a note each, or the export of a chat."""

from collections.abc import Iterator

from adapters.notes.decoding import text_of
from adapters.notes.document import CannotReadError, Document, Skipped
from adapters.notes.file import File
from adapters.notes.opening import LARGEST, too_large
from adapters.notes.readers import plain, whatsapp

_BEGINNING = 4096  # bytes that tell an export


def read(file: File) -> Iterator[Document | Skipped]:
    if file.size > whatsapp.LARGEST:
        raise CannotReadError(too_large())
    data = file.contents(whatsapp.LARGEST)
    if whatsapp.is_export(data[:_BEGINNING]):
        yield from whatsapp.read(file, text_of(data))
        return
    if len(data) > LARGEST:
        raise CannotReadError(too_large())
    title, text = plain.read(data, file.stem)
    yield Document(file.path, title, text, file.size)
