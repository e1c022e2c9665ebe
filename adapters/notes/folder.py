"""Reading a folder of notes, or one archive: every file is taken, or skipped with the reason.

Nothing is ever written to it. Links are not followed: what they lead to lies
elsewhere, or would be read twice, or for ever.
"""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from adapters.errors import UserError
from adapters.notes.document import Document, Skipped
from adapters.notes.file import File
from adapters.notes.opening import opened, why_unreadable
from adapters.notes.reading import notes_of
from adapters.wording import phrase


def read(folder: Path) -> Iterator[Document | Skipped]:
    """Each note below ``folder``, in the order of the files' names; a file may hold several.

    One file is read at a time, and of a file that holds many notes one note, where its format
    allows.

    Raises ``UserError`` where the folder itself cannot be listed; one that vanishes
    later gives a ``Skipped``.
    """
    for found in files(folder):
        if isinstance(found, File):
            yield from notes_of(found)
        else:
            yield found


def files(folder: Path) -> Iterator[File | Skipped]:
    """Each file below ``folder``, unread, in the order of their names. Raises as ``read`` does.

    In the place of a folder there may be one file, such as an archive of notes.
    """
    if folder.is_file():
        yield _as_file(folder.name, folder.resolve())
        return
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


def _look(entry: os.DirEntry[str], folder: Path) -> list[os.DirEntry[str]] | File | Skipped:
    """What one entry is: a folder's own entries, a file to read, or skipped."""
    path = _relative(entry, folder)
    try:
        if entry.is_symlink():
            return Skipped(path, 0, phrase("notes", "a link; only files of the folder are read"))
        if entry.is_dir(follow_symlinks=False):
            return _folder(entry, path)
        return _file(entry, path)
    except OSError as error:
        return Skipped(path, 0, why_unreadable(error))


def _folder(entry: os.DirEntry[str], path: str) -> list[os.DirEntry[str]] | Skipped:
    if entry.name.startswith("."):
        return Skipped(path, 0, phrase("notes", "a hidden folder"))
    return _entries(entry.path)


def _file(entry: os.DirEntry[str], path: str) -> File | Skipped:
    size = entry.stat(follow_symlinks=False).st_size
    if entry.name.startswith("."):
        return Skipped(path, size, phrase("notes", "a hidden file"))
    if not entry.is_file(follow_symlinks=False):
        return Skipped(path, size, phrase("notes", "not an ordinary file"))
    return _as_file(path, Path(entry.path))


def _as_file(path: str, place: Path) -> File:
    status = place.lstat()
    size = status.st_size
    stamp = f"{size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
    return File(path, size, partial(opened, place), 0, status.st_mtime, stamp)


def _relative(entry: os.DirEntry[str], folder: Path) -> str:
    """The path as shown and stored: a name that is not UTF-8 would break both."""
    relative = os.path.relpath(entry.path, folder).replace(os.sep, "/")
    return os.fsencode(relative).decode("utf-8", errors="replace")
