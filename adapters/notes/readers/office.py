"""Word, PDF, RTF and Org: files that are taken apart in a process of their own."""

import io

from adapters.notes import zips
from adapters.notes.apart.process import Format, title_and_text
from adapters.notes.decoding import text_of
from adapters.notes.document import CannotReadError
from adapters.notes.readers.titles import of_file_name, with_heading
from adapters.wording import phrase

LARGEST = 64 * 2**20  # bytes; most of a large one is pictures
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def word(data: bytes, stem: str) -> tuple[str, str]:
    if data.startswith(_OLD_OFFICE):
        # A document with a password is put into a file of the old kind.
        raise CannotReadError(phrase("notes", "protected by a password, or of an old Word"))
    with zips.opened(io.BytesIO(data), len(data)):
        pass  # refuses bombs before anything of it is unpacked
    return _apart("docx", data, stem)


def pdf(data: bytes, stem: str) -> tuple[str, str]:
    title, text = _apart("pdf", data, stem)
    if not text.strip():
        raise CannotReadError(phrase("notes", "no text inside the PDF"))
    return title, text


def rtf(data: bytes, stem: str) -> tuple[str, str]:
    return _apart("rtf", data, stem)


def org(data: bytes, stem: str) -> tuple[str, str]:
    return _apart("org", text_of(data).encode("utf-8", "replace"), stem)


def _apart(name: Format, data: bytes, stem: str) -> tuple[str, str]:
    title, text = title_and_text(name, data)
    heading, rest = ("", text) if title else with_heading(text)
    return title or heading or of_file_name(stem), rest
