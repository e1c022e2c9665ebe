"""Recurring expressions of several words, found by how surprisingly often they stand together.

Dunning's log-likelihood ratio (1993) compares how often two words stand side by side with how
often they would by chance; it is sound for rare pairs, where mutual information is not. Pairs
that pass are taken as one unit and counted again, so expressions grow to four words.
"""

import math
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from adapters.notes import words

_FEWEST = 3  # times that an expression has to occur
_SURPRISE = 15.1  # by chance less often than once in ten thousand (chi squared, one degree)
_MOST_PAIRS = 500_000  # counted at once; then those seen once only are forgotten

Unit = tuple[str, ...]
Texts = Callable[[], Iterable[str]]


@dataclass(frozen=True)
class Hyperlexeme:
    """An expression of several words; ``surprise`` is its log-likelihood ratio."""

    words: Unit
    count: int
    surprise: float

    def __str__(self) -> str:
        return " ".join(self.words)


def finding(texts: Texts) -> Generator[None, None, list[Hyperlexeme]]:
    """The expressions that recur in the texts, most surprising first; yields after each text.

    ``texts`` is called for each of two passes; nothing but counts is kept of them, at most
    ``_MOST_PAIRS`` of pairs.
    """
    pairs = yield from _scoring(texts, set())
    joined = {found.words for found in pairs}
    longer = yield from _scoring(texts, joined)
    merged = {found.words: found for found in (*pairs, *longer)}
    return sorted(merged.values(), key=lambda found: (-found.surprise, found.words))


def join(run: list[str], known: set[Unit]) -> list[Unit]:
    """The run with each pair of words that is ``known`` as one unit, from the left."""
    units: list[Unit] = []
    at = 0
    while at < len(run):
        pair = tuple(run[at : at + 2])
        taken = pair if pair in known else (run[at],)
        units.append(taken)
        at += len(taken)
    return units


def _scoring(texts: Texts, known: set[Unit]) -> Generator[None, None, list[Hyperlexeme]]:
    """The pairs of units that stand together by more than chance."""
    single: Counter[Unit] = Counter()
    pairs: Counter[tuple[Unit, Unit]] = Counter()
    for text in texts():
        for run in words.runs(text):
            units = join(run, known)
            single.update(units)
            pairs.update(pairwise(units))
        _forget_rare(single)
        _forget_rare(pairs)
        yield
    return list(_surprising(single, pairs))


def _surprising(
    single: Counter[Unit], pairs: "Counter[tuple[Unit, Unit]]"
) -> Iterator[Hyperlexeme]:
    total = single.total()
    for (left, right), both in pairs.items():
        if both >= _FEWEST and left != right:
            surprise = _log_likelihood(both, single[left], single[right], total)
            if surprise >= _SURPRISE:
                yield Hyperlexeme((*left, *right), both, surprise)


def _forget_rare(counts: "Counter[Unit] | Counter[tuple[Unit, Unit]]") -> None:
    """Bound the memory: what was seen once in so much text would hardly recur."""
    if len(counts) > _MOST_PAIRS:
        for key in [key for key, count in counts.items() if count == 1]:
            del counts[key]


def _log_likelihood(both: int, left: int, right: int, total: int) -> float:
    """Dunning's ratio for a pair; 0 where it stands together less often than by chance."""
    if both * total <= left * right:
        return 0.0
    table = (
        (both, left, right),
        (left - both, left, total - right),
        (right - both, total - left, right),
        (total - left - right + both, total - left, total - right),
    )
    return 2 * sum(
        seen * math.log(seen * total / (row * column)) for seen, row, column in table if seen > 0
    )
