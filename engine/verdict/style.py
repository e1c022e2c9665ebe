"""Whether the style moved: does a classifier take the voice's replies for the owner's?

It weighs character n-grams, which tell authors apart in any language (Stamatatos 2009), and
learns from notes that the voice has learned against replies of the base. It is tested on notes
that were held out and on other replies of the base: its accuracy there says what its opinion of
the voice is worth.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from engine.verdict.measurements import Style

PIECE = 120  # characters: all are judged on as much text
_SHORTEST = PIECE // 2
_FEWEST = 4  # pieces on each side; of fewer nothing can be told
_MOST = 400  # pieces of the owner to learn from


@dataclass(frozen=True)
class Texts:
    """``learned`` and ``base_examples`` to learn from, the others to be judged."""

    learned: Sequence[str]
    base_examples: Sequence[str]
    held_out: Sequence[str]
    base: Sequence[str]
    voice: Sequence[str]


def style(texts: Texts) -> Style | None:
    """None where there is too little text on a side."""
    mine, theirs = evenly(pieces(texts.learned), _MOST), pieces(texts.base_examples)
    judged = [pieces(side) for side in (texts.held_out, texts.base, texts.voice)]
    if min(map(len, (mine, theirs, *judged))) < _FEWEST:
        return None
    judge = make_pipeline(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True),
        LogisticRegression(class_weight="balanced", C=10.0, max_iter=1000),
    )
    judge.fit([*mine, *theirs], [True] * len(mine) + [False] * len(theirs))
    notes, base, voice = (float(np.mean(judge.predict(side))) for side in judged)
    return Style((notes + 1 - base) / 2, notes, base, voice, len(judged[2]))


def pieces(texts: Iterable[str]) -> list[str]:
    """All texts in a row, cut into pieces of like length between words; a short rest is left out.

    One after another, so that short notes and short replies count as well.
    """
    row = " ".join(word for text in texts for word in text.split())
    found, start = [], 0
    while len(row) - start >= _SHORTEST:
        space = row.rfind(" ", start + 1, start + PIECE + 1)
        whole = len(row) - start <= PIECE
        end = len(row) if whole else space if space > 0 else start + PIECE
        found.append(row[start:end])
        start = end + (row[end : end + 1] == " ")
    return found


def evenly(items: Sequence[str], most: int) -> list[str]:
    """At most ``most`` of them, from beginning to end."""
    if len(items) <= most:
        return list(items)
    return [items[number * len(items) // most] for number in range(most)]
