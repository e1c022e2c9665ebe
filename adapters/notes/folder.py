"""Reading a folder of notes: every file is taken, or skipped with the reason.

Nothing is ever written to it. Links are not followed: what they lead to lies
elsewhere, or would be read twice, or for ever.
"""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from adapters.errors import UserError
from adapters.notes import kinds
from adapters.notes.document import CannotReadError, Document, Skipped
from adapters.notes.opening import LARGEST, contents, too_large, why_unreadable
from adapters.notes.readers import READERS
from adapters.wording import Phrase, phrase

_SHORTEST = 40  # characters of text; less says nothing about a voice


def read(folder: Path) -> Iterator[Document | Skipped]:
    """Each file below ``folder``, in the order of their names.

    Raises ``UserError`` where the folder itself cannot be listed; one that vanishes
    later gives a ``Skipped``.
    """
    waiting = _listed(folder)
    waiting.reverse()
    while waiting:
        entry = waiting.pop()
        found = _look(entry, folder)
        if isinstance(found, list):
            waiting.extend(reversed(found))
        else:
            yield found


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    try:
        return _entries(folder)
    except OSError as error:
        raise UserError(
            phrase("errors", "The folder {folder} could not be read.", folder=str(folder)),
            phrase("errors", "The system says: {error}.", error=error.strerror or str(error)),
            phrase("errors", "Choose a folder that holds your notes."),
        ) from error


def _entries(folder: Path | str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: os.fsencode(entry.name))


def _look(entry: os.DirEntry[str], folder: Path) -> list[os.DirEntry[str]] | Document | Skipped:
    """What one entry is: a folder's own entries, a document, or skipped."""
    path = _relative(entry, folder)
    try:
        if entry.is_symlink():
            return Skipped(path, 0, phrase("notes", "a link; only files of the folder are read"))
        if entry.is_dir(follow_symlinks=False):
            return _folder(entry, path)
        size = entry.stat(follow_symlinks=False).st_size
    except OSError as error:
        return Skipped(path, 0, why_unreadable(error))
    try:
        return _document(entry, path, size)
    except CannotReadError as error:
        return Skipped(path, size, error.reason)


def _folder(entry: os.DirEntry[str], path: str) -> list[os.DirEntry[str]] | Skipped:
    if entry.name.startswith("."):
        return Skipped(path, 0, phrase("notes", "a hidden folder"))
    return _entries(entry.path)


def _document(entry: os.DirEntry[str], path: str, size: int) -> Document:
    if entry.name.startswith("."):
        raise CannotReadError(phrase("notes", "a hidden file"))
    if not entry.is_file(follow_symlinks=False):
        raise CannotReadError(phrase("notes", "not an ordinary file"))
    stem, suffix = PurePosixPath(path).stem, PurePosixPath(path).suffix
    reader = READERS.get(suffix.lower())
    if reader is None:
        raise CannotReadError(kinds.why_not(suffix))
    if size > LARGEST:
        raise CannotReadError(too_large())
    title, text = reader(contents(Path(entry.path)), stem)
    if unfit := _unfit(text):
        raise CannotReadError(unfit)
    return Document(path, title, text, size)


def _unfit(text: str) -> Phrase | None:
    if not text.strip():
        return phrase("notes", "empty")
    if len(text.strip()) < _SHORTEST:
        return phrase("notes", "too short, {count} characters", count=len(text.strip()))
    return None


def _relative(entry: os.DirEntry[str], folder: Path) -> str:
    """The path as shown and stored: a name that is not UTF-8 would break both."""
    relative = os.path.relpath(entry.path, folder).replace(os.sep, "/")
    return os.fsencode(relative).decode("utf-8", errors="replace")
