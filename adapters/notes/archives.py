"""The files of a zip archive, each to be read like a file of the folder."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from adapters.notes import zips
from adapters.notes.document import CannotReadError, Skipped
from adapters.notes.file import File
from adapters.wording import phrase

SUFFIX = ".zip"
_DEEPEST = 2  # archives around a note
_LARGEST_INNER = 64 * 2**20  # bytes of an archive inside of another, which is held in memory


def is_archive(path: Path) -> bool:
    """Whether it may stand in the place of a folder of notes; it is not opened."""
    return path.suffix.lower() == SUFFIX and path.is_file()


def files_of(archive: File) -> Iterator[File | Skipped]:
    """Each file of ``archive`` in the order of names; raises ``CannotReadError``.

    A file must be read before the next is asked for.
    """
    if archive.archives >= _DEEPEST:
        raise CannotReadError(phrase("notes", "an archive too deep inside of others"))
    with seekable(archive, _LARGEST_INNER) as (stream, size), zips.opened(stream, size) as opened:
        for info in sorted(opened.infolist(), key=zips.name_of):
            if not info.is_dir():
                yield _look(archive, opened, info)


@contextmanager
def seekable(file: File, largest: int) -> Iterator[tuple[BinaryIO, int]]:
    """The bytes of a file in any order, and their number.

    What lies in an archive is unpacked into memory, up to ``largest`` bytes.
    """
    if file.archives:
        data = file.contents(largest)
        yield io.BytesIO(data), len(data)
        return
    with file.open() as stream:
        yield stream, stream.seek(0, io.SEEK_END)


def _look(archive: File, opened: zipfile.ZipFile, info: zipfile.ZipInfo) -> File | Skipped:
    name = zips.name_of(info)
    path = f"{archive.path}/{name}"
    if any(part.startswith(".") for part in PurePosixPath(name).parts):
        return Skipped(path, info.file_size, phrase("notes", "a hidden file"))
    return File(path, info.file_size, partial(zips.entry, opened, info), archive.archives + 1)
