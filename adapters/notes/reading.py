"""The notes of one file, or why it gives none."""

import logging
from collections.abc import Iterator

from adapters.notes import kinds
from adapters.notes.archives import SUFFIX, files_of
from adapters.notes.document import CannotReadError, Document, Skipped
from adapters.notes.file import File
from adapters.notes.readers import READERS
from adapters.wording import Phrase, phrase

log = logging.getLogger(__name__)


def notes_of(file: File) -> Iterator[Document | Skipped]:
    """Whatever the file holds costs this file at most; raises nothing."""
    try:
        yield from _of_archive(file) if file.suffix == SUFFIX else _read(file)
    except CannotReadError as error:
        yield Skipped(file.path, file.size, error.reason)
    except Exception as error:  # a reader's own fault costs this file, never the folder
        log.exception("No text could be taken from %s", file.path)
        yield Skipped(file.path, file.size, _why_failed(error))


def _of_archive(archive: File) -> Iterator[Document | Skipped]:
    for one in files_of(archive):
        if isinstance(one, File):
            yield from notes_of(one)
        else:
            yield one


def _read(file: File) -> Iterator[Document | Skipped]:
    reader = READERS.get(file.suffix)
    if reader is None:
        raise CannotReadError(kinds.why_not(file.suffix))
    return reader(file)


def _why_failed(error: Exception) -> Phrase:
    return phrase(
        "notes", "its reader failed ({kind}); the log has more", kind=type(error).__name__
    )
