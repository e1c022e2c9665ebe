"""Zip files from elsewhere: refused whole where one entry is not what an honest one would be."""

import os
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from adapters.voice.exchange.refusal import refused
from adapters.voice.validate import MAX_BYTES
from adapters.wording import Phrase, phrase
from adapters.zip_directory import directory_bytes

MOST_ENTRIES = 10_000
LARGEST_DIRECTORY = 512 * MOST_ENTRIES  # bytes; a name in an archive of ours has about 40 letters
# An adapter hardly gets smaller by packing. Zeros do, a thousandfold, and so does a bomb.
MOST_GROWTH = 100
ALWAYS_ALLOWED = 2**20  # bytes that even the smallest file may unpack to
CHUNK = 2**20
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class SafeZip:
    """A zip file whose entries have all been checked; nothing is unpacked by its own name."""

    def __init__(self, path: Path, opened: zipfile.ZipFile) -> None:
        self.path = path
        self._opened = opened
        self.files = {e.filename: e for e in opened.infolist() if not e.is_dir()}

    def read(self, name: str, most: int) -> bytes:
        """The content of an entry of at most ``most`` bytes. Raises ``UserError``."""
        if name not in self.files:
            raise refused(self.path, phrase("errors", "There is no “{name}” in it.", name=name))
        if self.files[name].file_size > most:
            raise refused(
                self.path, phrase("errors", "“{name}” in it is too large.", name=name[-80:])
            )
        return b"".join(self._chunks(name))

    def unpack(self, name: str, target: Path) -> None:
        """Write an entry to a new file. Raises ``UserError``, or ``OSError`` for a full disk."""
        with target.open("xb") as file:
            for chunk in self._chunks(name):
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())

    def _chunks(self, name: str) -> Iterator[bytes]:
        """Never more than the entry announces; its checksum is compared at the end."""
        try:
            with self._opened.open(self.files[name]) as entry:
                while chunk := entry.read(CHUNK):
                    yield chunk
        except BROKEN as error:
            raise refused(self.path, _damaged()) from error


@contextmanager
def opened(path: Path) -> Iterator[SafeZip]:
    """Open and check a zip file. Raises ``UserError``; none of it has been unpacked then."""
    with _listed(path) as archive:
        wrong = _fault(archive.infolist(), path.stat().st_size)
        if wrong is not None:
            raise refused(path, wrong)
        yield SafeZip(path, archive)


def _listed(path: Path) -> zipfile.ZipFile:
    """With its directory read, which is refused unread where it is endless."""
    try:
        with path.open("rb") as stream:
            length = directory_bytes(stream, path.stat().st_size)
        if length <= LARGEST_DIRECTORY:
            return zipfile.ZipFile(path)
    except BROKEN as error:
        raise refused(path, _damaged()) from error
    raise refused(path, _too_many())


def _fault(entries: list[zipfile.ZipInfo], packed: int) -> Phrase | None:
    if len(entries) > MOST_ENTRIES:
        return _too_many()
    if sum(entry.file_size for entry in entries) > min(
        MAX_BYTES, MOST_GROWTH * packed + ALWAYS_ALLOWED
    ):
        return phrase("errors", "It would unpack to far more than it is.")
    seen: set[str] = set()
    for entry in entries:
        wrong = _wrong(entry)
        if wrong is not None:
            return wrong
        name = unicodedata.normalize("NFC", entry.filename).casefold().rstrip("/")
        if name in seen:
            return phrase("errors", "Two of its files have one name.")
        seen.add(name)
    return None


def _wrong(entry: zipfile.ZipInfo) -> Phrase | None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return phrase("errors", "It holds links or devices, not only files.")
    if entry.flag_bits & 1:
        return phrase("errors", "It is locked with a password.")
    if _leads_out(entry.orig_filename):
        return phrase("errors", "It names files outside of itself.")
    return None


def _leads_out(name: str) -> bool:
    """Whether a name is anything but a plain path below the archive's own top."""
    plain = name.isprintable() and not set(name) & set('\\:"*?<>|')
    parts = PurePosixPath(name).parts
    return not plain or not parts or name.startswith("/") or ".." in parts


def _damaged() -> Phrase:
    return phrase("errors", "It is damaged, or no zip file.")


def _too_many() -> Phrase:
    return phrase("errors", "It holds too many files.")
