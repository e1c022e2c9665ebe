"""Bytes to text: what a byte-order mark says, then UTF-8, then how the letters fall."""

import codecs
import re
from collections import Counter

import charset_normalizer

from adapters.notes.document import CannotReadError
from adapters.notes.letters import best_of
from adapters.wording import phrase

# UTF-32 before UTF-16: the little-endian mark of the first begins with that of the second.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OF_ONE_BYTE = ("cp1251", "cp1252", "koi8-r", "cp866")  # Windows, Latin-1, Unix, DOS
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


def encoding_of(data: bytes) -> str:
    """The name of the encoding of a text, or of the beginning of one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)
    # UTF-16 without a mark is often valid UTF-8, full of control characters.
    return (_utf16_without_mark(data) if odd_share(text) > _MOST_ODD else None) or "utf-8"


def _decoded(data: bytes) -> str:
    return data.decode(encoding_of(data), errors="replace")


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if _nearly_utf8(sample):
        return "utf-8"
    if encoding := _utf16_without_mark(data):
        return encoding
    best, sensible = best_of(sample, _OF_ONE_BYTE)
    if sensible:
        return best
    other = charset_normalizer.from_bytes(sample).best()
    if other is None:
        raise CannotReadError(phrase("notes", "not text"))
    return other.encoding


def _nearly_utf8(data: bytes) -> bool:
    """A few broken bytes, or an end in the middle of a letter, make no other encoding of it."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return sum(one > "\x7f" for one in text) - broken >= 4 * broken


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
