"""A file as text, a line or a piece at a time, in whatever encoding it is."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from adapters.notes.decoding import encoding_of
from adapters.notes.document import CannotReadError
from adapters.notes.file import File
from adapters.notes.opening import LARGEST, too_large, why_unreadable

_SAMPLE = 65_536  # bytes that say which encoding it is


@contextmanager
def text_of_file(file: File, largest: int, newline: str | None = None) -> Iterator[io.TextIOBase]:
    """Raises ``CannotReadError``, also while it is read."""
    if file.size > largest:
        raise CannotReadError(too_large(largest))
    try:
        with file.open() as stream:
            start = stream.read(_SAMPLE)
            joined = _Joined(start, stream)
            yield io.TextIOWrapper(
                io.BufferedReader(joined), encoding_of(start), "replace", newline
            )
    except OSError as error:
        raise CannotReadError(why_unreadable(error)) from error


def lines_of(stream: io.TextIOBase) -> Iterator[str]:
    """Lines with their ends; raises ``CannotReadError`` for one that is no line of text."""
    while line := stream.readline(LARGEST):
        if len(line) == LARGEST:
            raise CannotReadError(too_large(LARGEST))
        yield line


class _Joined(io.RawIOBase):
    """What was read already, and then the rest."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self._start = start
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        data = self._start[: len(buffer)] or self._rest.read(len(buffer))
        self._start = self._start[len(data) :] if self._start else b""
        buffer[: len(data)] = data
        return len(data)
