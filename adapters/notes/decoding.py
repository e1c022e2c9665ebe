"""Bytes to text: what a byte-order mark says, then UTF-8, then a guess."""

import codecs
import re
from collections import Counter

import charset_normalizer

from adapters.notes.document import CannotReadError
from adapters.wording import phrase

# UTF-32 before UTF-16: the little-endian mark of the first begins with that of the second.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536  # bytes that a guess looks at
_MOST_ODD = 0.02  # share of control and replacement characters in what still counts as text
_ODD = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")


def text_of(data: bytes) -> str:
    """Decode a note, line ends as ``\\n``; raises ``CannotReadError`` for what is not text."""
    text = _decoded(data)
    share = odd_share(text)
    if share > _MOST_ODD:
        raise CannotReadError(
            phrase("notes", "{share} % unreadable", share=max(1, round(100 * share)))
        )
    return _ODD.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def odd_share(text: str) -> float:
    """Which part of the characters is none that a person writes."""
    return len(_ODD.findall(text)) / max(1, len(text))


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_guess(data), errors="replace")
    # UTF-16 without a mark is often valid UTF-8, full of control characters.
    utf16 = _utf16_without_mark(data) if odd_share(text) > _MOST_ODD else None
    return data.decode(utf16, errors="replace") if utf16 else text


def _guess(data: bytes) -> str:
    if encoding := _utf16_without_mark(data):
        return encoding
    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise CannotReadError(phrase("notes", "not text"))
    return best.encoding


def _utf16_without_mark(data: bytes) -> str | None:
    """In UTF-16 one byte of each pair names the alphabet, so that few values make up that side."""
    low_first = _two_commonest(data[1:_SAMPLE:2])
    high_first = _two_commonest(data[0:_SAMPLE:2])
    if max(low_first, high_first) < 0.9 or min(low_first, high_first) > 0.8:
        return None
    return "utf-16-le" if low_first > high_first else "utf-16-be"


def _two_commonest(side: bytes) -> float:
    """The share of the two commonest values, letters and the spaces between them."""
    return sum(n for _, n in Counter(side).most_common(2)) / max(1, len(side))
