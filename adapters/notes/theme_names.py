"""Themes named by what is said in their notes much more often than in others."""

import math
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence

from adapters.notes import collocations, words
from adapters.notes.commonness import Commonness

_NAMES = 3  # expressions that name a theme


def naming(
    texts: Sequence[str], themes: Sequence[int], known: set[tuple[str, ...]]
) -> Generator[None, None, dict[int, tuple[str, ...]]]:
    """The most telling expressions of each theme, best first; yields after each text.

    ``themes`` of the texts; ``known`` expressions of several words can be names too; a word in
    many notes is too common to be one.
    """
    notes_of: dict[int, Counter[str]] = {}
    seen = Commonness()
    for text, theme in zip(texts, themes, strict=True):
        present = set(_expressions(text, known))
        notes_of.setdefault(int(theme), Counter()).update(present)
        seen.see(present)
        yield
    common = {expression for expression in seen.notes if seen.is_common(expression)}
    return {
        theme: tuple(_chosen(_by_telling(counts, seen.notes), common))
        for theme, counts in notes_of.items()
    }


def _expressions(text: str, known: set[tuple[str, ...]]) -> Iterator[str]:
    """The words of a text that can name a theme, and its known expressions."""
    for run in words.runs(text):
        yield from (word for word in run if len(word) >= words.SHORTEST)
        for unit in collocations.join(run, known):
            if len(unit) > 1:
                yield " ".join(unit)


def _by_telling(counts: Counter[str], everywhere: Counter[str]) -> list[str]:
    """By how many notes hold an expression beyond what all notes together would foretell.

    Of equals the longer one tells more: in any language the short words are the common ones.
    """
    share = counts.total() / everywhere.total()

    def telling(expression: str) -> float:
        count = counts[expression]
        beyond = count * math.log(count / (everywhere[expression] * share))
        return beyond * math.sqrt(len(expression))

    return sorted(counts, key=lambda one: (-telling(one), one))


def _chosen(ordered: Iterable[str], common: set[str]) -> Iterator[str]:
    """The first few that share no word and hold no common one."""
    told: set[str] = set()
    left = _NAMES
    for expression in ordered:
        if not left:
            return
        parts = expression.split()
        stems = {words.stem(word) for word in parts}
        if not (stems & told or common.intersection(parts)):
            yield expression
            told |= stems
            left -= 1
