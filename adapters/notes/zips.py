"""Zip files from anywhere, opened without trust.

Nothing is ever unpacked to the disk. A file whose directory holds what an honest one does
not (paths that lead out, links, two entries for one name, a bomb) is refused whole.
"""

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, Any, BinaryIO, cast

from adapters.notes.document import CannotReadError
from adapters.notes.letters import best_of
from adapters.wording import Phrase, phrase
from adapters.zip_directory import directory_bytes

_LARGEST_DIRECTORY = 32 * 2**20  # bytes; about 300,000 entries
_MOST_RATIO = 200  # of what is unpacked to what is packed; prose is below ten
_HONEST = 16 * 2**20  # bytes that may be packed as tightly as one likes
_UTF8_NAMES = 0x800
_ENCRYPTED = 0x1

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)

DAMAGED = phrase("notes", "a damaged archive")


@contextmanager
def opened(stream: BinaryIO, size: int) -> Iterator[zipfile.ZipFile]:
    """The archive in ``stream``, which must be seekable and has ``size`` bytes.

    Raises ``CannotReadError`` with the reason for which it is refused.
    """
    try:
        _check_directory(stream, size)
        archive = zipfile.ZipFile(stream)
    except CannotReadError:
        raise
    except (*_BROKEN, ValueError, struct.error) as error:
        raise CannotReadError(DAMAGED) from error
    with archive:
        if reason := _why_refused(archive.infolist(), size):
            raise CannotReadError(reason)
        yield archive


def entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    """The unpacked bytes of one entry; it and reading them raise ``CannotReadError``."""
    if info.flag_bits & _ENCRYPTED:
        raise CannotReadError(phrase("notes", "protected by a password"))
    try:
        return cast(BinaryIO, io.BufferedReader(_Entry(archive.open(info))))
    except _BROKEN as error:
        raise CannotReadError(DAMAGED) from error


class _Entry(io.RawIOBase):
    """Says of a damaged entry what it is."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._stream.read(len(buffer))
        except _BROKEN as error:
            raise CannotReadError(DAMAGED) from error
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def name_of(info: zipfile.ZipInfo) -> str:
    """The entry's path with forward slashes; older packers wrote it as their system did."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAMES and not name.isascii():
        data = name.encode("cp437", errors="replace")
        try:
            name = data.decode("utf-8")
        except UnicodeDecodeError:
            name = data.decode(best_of(data, ("cp866", "cp437", "cp1251"))[0], errors="replace")
    return name.replace("\\", "/")


def _why_refused(infos: list[zipfile.ZipInfo], size: int) -> Phrase | None:
    packed, unpacked = sum(i.compress_size for i in infos), sum(i.file_size for i in infos)
    if packed > size or unpacked > max(_HONEST, _MOST_RATIO * size):
        return phrase("notes", "an archive that unpacks to far more than it holds")
    seen: set[str] = set()
    for info in infos:
        name = name_of(info)
        if _leads_out(name):
            return phrase(
                "notes", "an archive with a path that leads out of it: {name}", name=name
            )
        if stat.S_ISLNK(info.external_attr >> 16):
            return phrase("notes", "an archive that holds a link: {name}", name=name)
        key = unicodedata.normalize("NFC", name.rstrip("/")).casefold()
        if key in seen:
            return phrase("notes", "an archive with two entries of one name: {name}", name=name)
        seen.add(key)
    return None


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":" or "\0" in name


def _check_directory(stream: BinaryIO, size: int) -> None:
    """Look at how much there is to list before the whole of it is read into memory."""
    if directory_bytes(stream, size) > _LARGEST_DIRECTORY:
        raise CannotReadError(phrase("notes", "an archive of too many files"))
