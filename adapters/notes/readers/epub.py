"""Books as EPUB: each chapter a note, in the order of the spine."""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from adapters.notes import zips
from adapters.notes.archives import seekable
from adapters.notes.decoding import text_of
from adapters.notes.document import CannotReadError, Document, Skipped
from adapters.notes.file import File, InnerNames
from adapters.notes.opening import bounded
from adapters.notes.readers import hypertext
from adapters.notes.readers.titles import of_file_name, with_heading
from adapters.wording import phrase

_LARGEST = 256 * 2**20  # bytes, where it lies in an archive and so is held in memory
_CONTAINER, _LOCKED = "META-INF/container.xml", "META-INF/encryption.xml"
_DAMAGED = phrase("notes", "a damaged book")


@dataclass(frozen=True)
class _Book:
    title: str
    chapters: list[str]  # names of entries, in the order of reading


def read(file: File) -> Iterator[Document | Skipped]:
    with seekable(file, _LARGEST) as (stream, size), zips.opened(stream, size) as archive:
        entries = {zips.name_of(info): info for info in archive.infolist()}
        book, locked = _book(archive, entries), _locked(archive, entries)
        names = InnerNames(file)
        for chapter in book.chapters:
            path = names.path(posixpath.basename(chapter))
            length = entries[chapter].file_size
            try:
                if chapter in locked:
                    raise CannotReadError(phrase("notes", "protected against copying"))
                yield _chapter(path, _bytes(archive, entries[chapter]), book.title or file.stem)
            except CannotReadError as error:
                yield Skipped(path, length, error.reason)


def _chapter(path: str, data: bytes, book: str) -> Document:
    title, text = hypertext.page(text_of(data))
    heading, rest = with_heading(text)
    own = heading or title
    return Document(path, own or of_file_name(book), rest, len(data))


def _book(archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo]) -> _Book:
    place = _xml(archive, entries, _CONTAINER).find(".//{*}rootfile")
    package = unquote(place.get("full-path", "")) if place is not None else ""
    tree = _xml(archive, entries, package)
    items = {
        item.get("id"): item.get("href", "") for item in tree.iterfind(".//{*}manifest/{*}item")
    }
    order = [items.get(one.get("idref"), "") for one in tree.iterfind(".//{*}spine/{*}itemref")]
    found = [_entry(package, href) for href in order]
    title = tree.findtext(".//{http://purl.org/dc/elements/1.1/}title") or ""
    return _Book(" ".join(title.split()), [name for name in found if name in entries])


def _locked(archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo]) -> set[str]:
    if _LOCKED not in entries:
        return set()
    found = _xml(archive, entries, _LOCKED).iterfind(".//{*}CipherReference")
    return {unquote(one.get("URI", "")) for one in found}


def _entry(package: str, href: str) -> str:
    """The name of the entry that a reference beside the package leads to."""
    path = unquote(re.sub("#.*", "", href))
    return posixpath.normpath(posixpath.join(posixpath.dirname(package), path))


def _xml(archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], name: str) -> Any:
    if name not in entries:
        raise CannotReadError(_DAMAGED)
    try:
        return ElementTree.fromstring(_bytes(archive, entries[name]))
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise CannotReadError(_DAMAGED) from error


def _bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with zips.entry(archive, info) as stream:
        return bounded(stream)
