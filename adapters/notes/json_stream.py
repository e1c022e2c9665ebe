"""JSON files that may be larger than the memory, one value of a list at a time."""

import io
import json
from collections.abc import Iterator
from typing import Any

from adapters.notes.document import CannotReadError
from adapters.notes.opening import LARGEST
from adapters.wording import phrase

_PIECE = 65_536  # characters
_SPACE = " \t\r\n"
BROKEN = phrase("notes", "damaged JSON")


class JsonStream:
    """A reader that stands before a value; ``CannotReadError`` where the text is no JSON."""

    def __init__(self, stream: io.TextIOBase) -> None:
        self._stream = stream
        self._text = ""
        self._at = 0
        self._decoder = json.JSONDecoder()

    def next(self) -> str:
        """The character that stands next, or "" at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE + "\ufeff":
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def items(self) -> Iterator[None]:
        """Stand before each value of a list, which the caller takes."""
        self._take("[")
        yield from self._members("]")

    def members(self) -> Iterator[str]:
        """Give each key of an object and stand before its value, which the caller takes."""
        self._take("{")
        for _ in self._members("}"):
            if self.next() != '"':
                raise CannotReadError(BROKEN)
            key: str = self.value()
            self._take(":")
            yield key

    def value(self) -> Any:
        """The whole value; ``CannotReadError`` where it is larger than a note may be."""
        if not self.next():
            raise CannotReadError(BROKEN)
        while True:
            try:
                found, end = self._decoder.raw_decode(self._text, self._at)
            except RecursionError as error:
                raise CannotReadError(BROKEN) from error
            except ValueError as error:
                if not self._more():
                    raise CannotReadError(BROKEN) from error
                continue
            if end < len(self._text) or not self._more():  # a number may go on
                self._at = end
                return found

    def _members(self, end: str) -> Iterator[None]:
        while (one := self.next()) != end:
            if one == "":
                raise CannotReadError(BROKEN)
            yield
            if self.next() == ",":
                self._at += 1
            elif self.next() != end:
                raise CannotReadError(BROKEN)
        self._at += 1

    def _take(self, mark: str) -> None:
        if self.next() != mark:
            raise CannotReadError(BROKEN)
        self._at += 1

    def _more(self) -> bool:
        """Read on; what was taken is forgotten. As much again, so that a long value is quick."""
        left = self._text[self._at :]
        if len(left) > LARGEST:
            return False
        piece = self._stream.read(max(_PIECE, len(left)))
        if piece:
            self._text, self._at = left + piece, 0
        return bool(piece)
