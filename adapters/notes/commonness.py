"""Words that stand in many notes tell nothing: so common ones are left out, in any language.

Many means of the notes in the same script, since one folder may hold several languages.
"""

import math
from collections import Counter
from collections.abc import Set

from adapters.notes import words

_MOST_THEMES = 24
_COMMON = 0.2  # of the notes: a word in more of them tells no theme


def how_many(notes: int) -> int:
    """So that a theme of usual size has notes enough to be one."""
    return max(1, min(_MOST_THEMES, round(math.sqrt(notes) / 2)))


class Commonness:
    """In how many notes each word stands, of how many in its script."""

    def __init__(self) -> None:
        self.notes: Counter[str] = Counter()
        self._of_script: Counter[str] = Counter()

    def see(self, present: Set[str]) -> None:
        """The words of one note."""
        self.notes.update(present)
        self._of_script.update({words.script(word) for word in present})

    def is_common(self, word: str) -> bool:
        notes = self._of_script[words.script(word)]
        return self.notes[word] > notes * _share(notes)


def _share(notes: int) -> float:
    """The share of notes above which a word is common; of few themes, each fills many notes."""
    return max(_COMMON, 2 / (1 + how_many(notes)))
