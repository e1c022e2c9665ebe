"""Where notes that share words lie near each other: TF-IDF, latent semantic analysis, k-means.

A word that stands in many notes tells nothing: that is how common words are left out, in any
language.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

_MOST_THEMES = 24
_COMMON = 0.2  # of the notes: a word in more of them tells no theme
_MOST_WORDS = 20_000
_DIMENSIONS = 64
_TRIES = 10  # of k-means, of which the best counts


def how_many(notes: int) -> int:
    """So that a theme of usual size has notes enough to be one."""
    return max(1, min(_MOST_THEMES, round(math.sqrt(notes) / 2)))


def common(notes: int) -> float:
    """The share of notes above which a word is common; of few themes, each fills many notes."""
    return max(_COMMON, 2 / (1 + how_many(notes)))


class ThemeSpace:
    """Made from the words of some notes; takes any. Raises ``ValueError`` where no word tells."""

    def __init__(self, topical: Sequence[list[str]], seed: int) -> None:
        self._weigh = TfidfVectorizer(
            analyzer=list,
            sublinear_tf=True,
            min_df=2,
            max_df=common(len(topical)),
            max_features=_MOST_WORDS,
            dtype=np.float32,
        )
        weighed = self._weigh.fit_transform(topical)
        dimensions = min(_DIMENSIONS, len(topical) // 3, weighed.shape[1])
        self._reduce = TruncatedSVD(dimensions, random_state=seed).fit(weighed)

    def points(self, topical: Sequence[list[str]]) -> Any:
        """[notes, dimensions], of length 1, from the words of each note."""
        return normalize(self._reduce.transform(self._weigh.transform(topical)))


def centres(points: Any, seed: int) -> Any:
    """[themes, dimensions], from the points of some notes."""
    distinct = len(np.unique(points.round(4), axis=0))  # copies of one note are one point
    groups = KMeans(min(how_many(len(points)), distinct), n_init=_TRIES, random_state=seed)
    return groups.fit(points).cluster_centers_


def nearest(points: Any, centres: Any) -> Any:
    """The index of each point's centre. A point's own length is the same for all centres."""
    return np.argmin((centres**2).sum(axis=1) - 2 * points @ centres.T, axis=1)
