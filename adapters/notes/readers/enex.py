"""Evernote's exports: one note at a time, pictures and attachments passed over."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from adapters.notes.document import CannotReadError, Document, Skipped
from adapters.notes.file import File, InnerNames
from adapters.notes.opening import LARGEST, too_large
from adapters.notes.readers.hypertext import page
from adapters.wording import phrase

_LARGEST = 4 * 2**30  # bytes; most of it pictures
_PIECE = 2**18  # bytes
_LONGEST_TAG = 4 * 2**20  # bytes that the parser may hold back
_DONE = re.compile(r"<en-todo\b[^>]*checked=\"true\"[^>]*>", re.IGNORECASE)
_OPEN = re.compile(r"<en-todo\b[^>]*>", re.IGNORECASE)


class _Notes:
    """Collects titles and texts as the parser meets them; None for a text that is too large."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str | None]] = []
        self._path: list[str] = []
        self._pieces: dict[str, list[str]] = {}
        self._size = 0

    def start(self, tag: str, _attributes: object) -> None:
        self._path.append(tag)
        if tag == "note":
            self._pieces, self._size = {"title": [], "content": []}, 0

    def data(self, text: str) -> None:
        if self._path[-2:-1] == ["note"] and self._path[-1] in self._pieces:
            self._size += len(text)
            if self._size <= LARGEST:
                self._pieces[self._path[-1]].append(text)

    def end(self, tag: str) -> None:
        self._path.pop()
        if tag == "note":
            content = None if self._size > LARGEST else "".join(self._pieces["content"])
            self.found.append(("".join(self._pieces["title"]), content))

    def close(self) -> None:
        pass


def read(file: File) -> Iterator[Document | Skipped]:
    if file.size > _LARGEST:
        raise CannotReadError(too_large(_LARGEST))
    names = InnerNames(file)
    for title, content in _notes(file):
        yield _note(names.path(title), title, content)


def _note(path: str, title: str, content: str | None) -> Document | Skipped:
    if content is None:
        return Skipped(path, LARGEST, too_large())
    size = len(content.encode("utf-8", "replace"))
    try:
        text = page(_OPEN.sub("[ ] ", _DONE.sub("[x] ", content)))[1]
    except CannotReadError as error:
        return Skipped(path, size, error.reason)
    return Document(path, title, text, size)


def _notes(file: File) -> Iterator[tuple[str, str | None]]:
    notes = _Notes()
    parser = XMLParser(target=notes)
    fed = 0
    try:
        with file.open() as stream:
            while piece := stream.read(_PIECE):
                parser.feed(piece)
                fed += len(piece)
                if fed - parser.parser.CurrentByteIndex > _LONGEST_TAG:
                    raise CannotReadError(phrase("notes", "damaged"))
                yield from notes.found
                notes.found.clear()
        parser.close()
        yield from notes.found
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise CannotReadError(phrase("notes", "damaged")) from error
