"""How long the directory of a zip file is: known before ``zipfile`` reads the whole of it."""

import struct
import zipfile
from typing import BinaryIO

_END, _END_64, _LOCATOR_64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_END_SIZE, _END_64_SIZE, _LOCATOR_SIZE, _LONGEST_COMMENT = 22, 56, 20, 65_535


def directory_bytes(stream: BinaryIO, size: int) -> int:
    """The bytes of the directory in ``stream``, which has ``size`` bytes; back at its start.

    Raises ``zipfile.BadZipFile`` where there is no sound end of one.
    """
    start = max(0, size - _END_SIZE - _LONGEST_COMMENT)
    stream.seek(start)
    tail = stream.read(size - start)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise zipfile.BadZipFile("no end of a directory")
    length: int = struct.unpack_from("<I", tail, at + 12)[0]
    if tail[max(0, at - _LOCATOR_SIZE) : at].startswith(_LOCATOR_64):
        length = _bytes_64(stream, start + at)
    stream.seek(0)
    if length > size:
        raise zipfile.BadZipFile("a directory longer than the file")
    return length


def _bytes_64(stream: BinaryIO, end: int) -> int:
    """Of the record that lies just before its locator: ``zipfile`` reads that one, wherever
    the locator points to."""
    stream.seek(max(0, end - _LOCATOR_SIZE - _END_64_SIZE))
    record = stream.read(_END_64_SIZE)
    if not record.startswith(_END_64):
        raise zipfile.BadZipFile("no record of a large directory")
    return int(struct.unpack_from("<Q", record, 40)[0])
