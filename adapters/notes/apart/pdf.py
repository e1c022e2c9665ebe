"""The text inside a PDF, page by page; lines that the page width broke are joined again."""

import io
import re

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from adapters.notes.apart import RefusedError

_LONGEST = 8 * 2**20  # characters
_FULL = 0.7  # of the longest line: a shorter one ends a paragraph


def parsed(data: bytes) -> tuple[str, str]:
    """An empty text where the pages are pictures of text."""
    reader = PdfReader(io.BytesIO(data))
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise RefusedError("encrypted")
        title = str((reader.metadata and reader.metadata.title) or "")
        return " ".join(title.split()), _text(reader)
    except (FileNotDecryptedError, DependencyError) as error:
        raise RefusedError("encrypted") from error


def _text(reader: PdfReader) -> str:
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(flowing(page.extract_text()))
        length += len(pages[-1])
        if length > _LONGEST:
            raise RefusedError("length")
    return "\n\n".join(filter(None, pages))


def flowing(page: str) -> str:
    """The paragraphs of a page, a blank line between them."""
    lines = [" ".join(line.split()) for line in page.splitlines()]
    longest = max(map(len, lines), default=0)
    text = ""
    for before, line in zip(["", *lines], lines, strict=False):
        if not line:
            continue
        if re.search(r"[^\W\d_]-$", before) and line[0].islower():
            text = text[:-1] + line  # a word that was hyphenated
        elif before and (line[0].islower() or _goes_on(before, longest)):
            text += " " + line
        else:
            text += "\n\n" + line
    return text.strip()


def _goes_on(line: str, longest: int) -> bool:
    return len(line) >= _FULL * longest and line[-1] not in ".!?:…"
