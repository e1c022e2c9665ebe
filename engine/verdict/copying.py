"""Whether a reply recites: the longest run of words that it shares with the learned notes.

Words are compared without case and punctuation. The notes go by one at a time, so that a
folder of any size takes no memory.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

# A character of Chinese or Japanese counts as a word: between them there are no spaces.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_SEED = 3  # words; shorter runs are everybody's


@dataclass(frozen=True)
class Run:
    """``text`` is the run as the reply has it."""

    words: int = 0
    text: str = ""


@dataclass(frozen=True)
class Reply:
    """A sampled reply and what was asked: words of the question are not recited."""

    question: str
    text: str


@dataclass(frozen=True)
class _Words:
    text: str
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "_Words":
        found = list(_WORD.finditer(text))
        return cls(
            text,
            tuple(one.span() for one in found),
            tuple(one.group().casefold() for one in found),
        )

    def run(self, start: int, length: int) -> Run:
        first, last = self.spans[start][0], self.spans[start + length - 1][1]
        return Run(length, self.text[first:last])


class Recital:
    """Shown the notes one after another, it knows the longest run so far in ``longest``."""

    def __init__(self, replies: Sequence[Reply]) -> None:
        self._replies = [_Words.of(reply.text) for reply in replies]
        self._asked = [_joined(_Words.of(reply.question).words) for reply in replies]
        self._places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        for number, reply in enumerate(self._replies):
            for start, gram in _grams(reply.words):
                self._places.setdefault(gram, []).append((number, start))
        self.longest = Run()

    def hear(self, note: str) -> None:
        """Compare one learned note with all replies."""
        words = _Words.of(note).words
        for at, gram in _grams(words):
            for number, start in self._places.get(gram, ()):
                if at and start and words[at - 1] == self._replies[number].words[start - 1]:
                    continue  # the middle of a run that was measured from its beginning
                self._measure(number, start, words[at:])

    def _measure(self, number: int, start: int, words: Sequence[str]) -> None:
        reply = self._replies[number]
        length = 0
        for mine, theirs in zip(reply.words[start:], words, strict=False):
            if mine != theirs:
                break
            length += 1
        said = _joined(reply.words[start : start + length])
        if length > self.longest.words and said not in self._asked[number]:
            self.longest = reply.run(start, length)


def longest_run(replies: Sequence[Reply], notes: Iterable[str]) -> Run:
    """The longest run of all; ``Run()`` where there is none of at least three words."""
    recital = Recital(replies)
    for note in notes:
        recital.hear(note)
    return recital.longest


def _grams(words: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for start in range(len(words) - _SEED + 1):
        yield start, tuple(words[start : start + _SEED])


def _joined(words: Sequence[str]) -> str:
    """With a space at both ends, so that only whole words are found in it."""
    return f" {' '.join(words)} "
