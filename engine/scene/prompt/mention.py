"""Whether a turn mentions a field: by its words, a pattern, or its likeness."""

import math
import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from engine.scene.fields.field_type import whole_text
from engine.scene.model import Field

Matches = Callable[[str, str], bool]  # a pattern and a text; may raise ``PatternError``
Alike = Callable[[str, str], float]  # two texts, from 0 to 1


def mentions(turn: str, field: Field, matches: Matches, alike: Alike) -> bool:
    """The cheapest is asked first. Raises ``PatternError``."""
    when = field.when
    if any(has_words(turn, words) for words in when.words):
        return True
    if when.alike is not None and alike(turn, whole_text(field)) >= when.alike:
        return True
    return any(matches(pattern, turn) for pattern in when.patterns)


def has_words(text: str, words: str) -> bool:
    """Whole words, in any case of letters; ё is е; a star at the end of a word is any ending."""
    found = _words(_folded(words))
    return found is not None and found.search(_folded(text)) is not None


def trigram_likeness(one: str, other: str) -> float:
    """The cosine between counts of three letters in a row, from 0 to 1; 0 for an empty text."""
    a, b = _trigrams(one), _trigrams(other)
    norms = math.sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
    return sum(n * b[part] for part, n in a.items()) / norms if norms else 0.0


@lru_cache(maxsize=1024)
def _words(words: str) -> re.Pattern[str] | None:
    parts = words.split()
    if not parts or not any(part.strip("*") for part in parts):
        return None
    written = (re.escape(p.rstrip("*")) + (r"\w*" if p.endswith("*") else "") for p in parts)
    return re.compile(r"(?<!\w)" + r"\s+".join(written) + r"(?!\w)")


@lru_cache(maxsize=1024)
def _trigrams(text: str) -> Counter[str]:
    words = re.findall(r"\w+", _folded(text))
    return Counter(f" {w} "[at : at + 3] for w in words for at in range(len(w)))


def _folded(text: str) -> str:
    return text.casefold().replace("ё", "е")
