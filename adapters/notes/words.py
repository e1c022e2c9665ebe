"""Text to words, in any script: what themes and recurring expressions are counted over."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_RUN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?:[ \t]+[^\W\d_]+(?:['’-][^\W\d_]+)*)*")
_ADDRESS = re.compile(r"\b\w+://\S+|\bwww\.\S+", re.IGNORECASE)
_STEM = 6  # letters; enough to tell words apart, few enough for Russian endings to fall away
SHORTEST = 3  # letters of a word that can say what a text is about


def runs(text: str) -> Iterator[list[str]]:
    """Words in small letters that follow each other with nothing but spaces in between.

    No expression reaches over a full stop, a figure or a line's end. Addresses hold no words.
    """
    for found in _RUN.finditer(_ADDRESS.sub("\n", text).lower()):
        yield found.group().split()


def topical(text: str) -> list[str]:
    """The words long enough to tell a theme, cut so that inflected forms are one."""
    return [word[:_STEM] for run in runs(text) for word in run if len(word) >= SHORTEST]


def stem(word: str) -> str:
    """What ``topical`` makes of a word."""
    return word[:_STEM]


def script(word: str) -> str:
    """LATIN, CYRILLIC...: what its first letter is written in."""
    return _script(word[0])


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
