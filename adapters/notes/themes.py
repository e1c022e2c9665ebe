"""What the notes are about: themes, each named by its most telling expressions.

Found on at most ``SAMPLE`` notes, so that a folder of any size takes bounded memory; every
other note then gets the theme that it lies next to (see ``theme_space.py``).
"""

import hashlib
import heapq
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from adapters.notes import collocations, theme_space, words
from adapters.notes.collocations import Hyperlexeme
from adapters.notes.document import Document
from adapters.notes.theme_names import naming
from adapters.notes.theme_space import ThemeSpace

SAMPLE = 4_000  # notes
_LONGEST = 8_000  # characters of a note: what it is about is said by then
_FEWEST_NOTES = 50  # of fewer, what recurs is how one says things, not what about
_AT_ONCE = 100  # notes whose themes are told at once


@dataclass(frozen=True)
class Theme:
    """``expressions`` names it, most telling first; ``notes`` of those it was found on."""

    expressions: tuple[str, ...]
    notes: int

    def __str__(self) -> str:
        return ", ".join(self.expressions)


def about(document: Document) -> str:
    """The text that says what a note is about."""
    return f"{document.title}\n{document.text}"


class Sample:
    """At most ``SAMPLE`` of the texts it is shown; which ones depends on the texts alone."""

    def __init__(self, size: int = SAMPLE) -> None:
        self._size = size
        self._heap: list[tuple[int, str]] = []  # by negative hash: the largest goes first

    def add(self, text: str) -> None:
        shortened = text[:_LONGEST]
        digest = hashlib.sha256(shortened.encode("utf-8", errors="replace")).digest()
        kept = (-int.from_bytes(digest[:8]), shortened)
        if len(self._heap) < self._size:
            heapq.heappush(self._heap, kept)
        else:
            heapq.heappushpop(self._heap, kept)

    def texts(self) -> list[str]:
        """In an order that does not depend on the one in which they came."""
        return [text for _, text in sorted(self._heap, reverse=True)]


@dataclass(frozen=True)
class Themes:
    """``themes`` largest first; empty where the notes are too few to tell any."""

    themes: tuple[Theme, ...]
    hyperlexemes: tuple[Hyperlexeme, ...]
    _space: ThemeSpace | None = None
    _centres: Any = None  # [themes, dimensions]

    def of(self, texts: Iterable[str]) -> Iterator[int]:
        """The index of each text's theme; 0 for all where there are none."""
        remaining = iter(texts)
        while some := [words.topical(text[:_LONGEST]) for text in islice(remaining, _AT_ONCE)]:
            if self._space is None:
                yield from [0] * len(some)
            else:
                yield from self._nearest(some)

    def _nearest(self, topical: Sequence[list[str]]) -> list[int]:
        assert self._space is not None
        found: list[int] = theme_space.nearest(self._space.points(topical), self._centres).tolist()
        return found


def of_documents(
    read: Callable[[], Iterable[Document]],
) -> Generator[None, None, tuple[tuple[str, ...], dict[str, int]]]:
    """The names of the themes of some notes, and each note's theme by its path.

    ``read`` gives the notes, and is called for each of two passes; yields after each note.
    """
    sample = Sample()
    for document in read():
        sample.add(about(document))
        yield
    found = yield from finding(sample.texts())
    theme_of: dict[str, int] = {}
    waiting = iter(read())
    while some := list(islice(waiting, _AT_ONCE)):
        told = found.of(map(about, some))
        theme_of |= zip((one.path for one in some), told, strict=True)
        yield
    return tuple(map(str, found.themes)), theme_of


def find(texts: Sequence[str], seed: int = 0) -> Themes:
    """What ``finding`` gives, at once."""
    work = finding(texts, seed)
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Themes = end.value
            return found


def finding(texts: Sequence[str], seed: int = 0) -> Generator[None, None, Themes]:
    """The themes of some texts (see ``Sample``); the same texts and seed give the same ones.

    Yields after each small step, the longest of which takes about a second.
    """
    found = tuple((yield from collocations.finding(lambda: texts)))
    if len(texts) < _FEWEST_NOTES:
        return Themes((), found)
    topical = []
    for text in texts:
        topical.append(words.topical(text))
        yield
    try:
        space = ThemeSpace(topical, seed)
    except ValueError:  # no word is in two notes and not in most
        return Themes((), found)
    yield
    points = space.points(topical)
    centres = theme_space.centres(points, seed)
    yield
    nearest = theme_space.nearest(points, centres)
    names = yield from naming(texts, nearest, {one.words for one in found})
    sizes = np.bincount(nearest, minlength=len(centres))
    order = [int(i) for i in np.argsort(-sizes, kind="stable") if sizes[i]]
    named = tuple(Theme(names[i], int(sizes[i])) for i in order)
    return Themes(named, found, space, centres[order])
