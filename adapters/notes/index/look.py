"""Bringing the index up to date with a folder: only what has changed is read."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from adapters.catalog.note_folders import key_of
from adapters.notes.document import CannotReadError, Skipped
from adapters.notes.file import File
from adapters.notes.folder import files
from adapters.notes.index.database import Index, writing
from adapters.notes.index.writer import Writer
from adapters.notes.readers import READERS
from adapters.notes.reading import notes_of
from adapters.wording import as_text

_KEPT_FOLDERS = 16
_LARGEST_HASHED = 64 * 2**20  # bytes; what is larger is read again when its date has changed
_FRESH = 2.0  # seconds; a file as young may change again within one tick of the clock


def look(index: Index, folder: Path) -> Iterator[str]:
    """Read what is new or changed in ``folder``, forget what has vanished.

    Yields the path of each file that was looked at, and once more for each note read. May be
    closed at any time: what was read until then is kept. Raises ``UserError`` where the folder
    cannot be listed.
    """
    number = _folder(index, folder)
    known = _known(index, number)
    with closing(Writer(index, number)) as writer:
        for file in files(folder):
            before = known.pop(file.path, None)
            if before is None or before[0] != _stamp(file):
                yield from _take(writer, file, before[1] if before else "")
            yield file.path
    _forget(index, number, known)


def _known(index: Index, folder: int) -> dict[str, tuple[str, str]]:
    """Stamp and hash of each file as it was seen last."""
    rows = index.execute("SELECT path, stamp, content FROM files WHERE folder = ?", (folder,))
    return {path: (stamp, content) for path, stamp, content in rows}


def _take(writer: Writer, file: File | Skipped, content_before: str) -> Iterator[str]:
    stamp = _stamp(file)
    if isinstance(file, Skipped):
        with writer.file(file.path, stamp, ""):
            writer.add(file)
        return
    content = _content(file)
    if time.time() - file.modified < _FRESH:
        stamp = f"{stamp} fresh"
    if content and content == content_before:
        writer.restamp(file.path, stamp)
        return
    with writer.file(file.path, stamp, content):
        for note in notes_of(file):
            writer.add(note)
            yield file.path


def _stamp(file: File | Skipped) -> str:
    """What the system says of it; where that is the same, so is the file."""
    return as_text(file.reason) if isinstance(file, Skipped) else file.stamp


def _content(file: File) -> str:
    """SHA-256 of its bytes, where it will be read at all."""
    if file.suffix not in READERS or file.size > _LARGEST_HASHED:
        return ""
    whole = hashlib.sha256()
    try:
        with file.open() as stream:
            while piece := stream.read(2**20):
                whole.update(piece)
            return whole.hexdigest()
    except (CannotReadError, OSError):
        return ""  # its reader will say why


def _folder(index: Index, folder: Path) -> int:
    """The folder's number; those that nobody has looked into for longest are dropped."""
    with writing(index):
        (number,) = index.execute(
            "INSERT INTO folders (path, looked) VALUES (?, ?) "
            "ON CONFLICT (path) DO UPDATE SET looked = excluded.looked RETURNING id",
            (key_of(folder), time.time()),
        ).fetchone()
        index.execute(
            "DELETE FROM folders WHERE id NOT IN "
            "(SELECT id FROM folders ORDER BY looked DESC LIMIT ?)",
            (_KEPT_FOLDERS,),
        )
    return int(number)


def _forget(index: Index, folder: int, paths: dict[str, tuple[str, str]]) -> None:
    if paths:
        with writing(index):
            index.executemany(
                "DELETE FROM files WHERE folder = ? AND path = ?",
                [(folder, path) for path in paths],
            )
