"""Where notes that share words lie near each other: TF-IDF, latent semantic analysis, k-means."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from adapters.notes.commonness import Commonness, how_many

_MOST_WORDS = 20_000
_DIMENSIONS = 64
_TRIES = 10  # of k-means, of which the best counts


class ThemeSpace:
    """Made from the words of some notes; takes any. Raises ``ValueError`` where no word tells."""

    def __init__(self, topical: Sequence[list[str]], seed: int) -> None:
        self._weigh = TfidfVectorizer(
            analyzer=list,
            sublinear_tf=True,
            vocabulary=_telling(topical),
            dtype=np.float32,
        )
        weighed = self._weigh.fit_transform(topical)
        dimensions = min(_DIMENSIONS, len(topical) // 3, weighed.shape[1])
        self._reduce = TruncatedSVD(dimensions, random_state=seed).fit(weighed)

    def points(self, topical: Sequence[list[str]]) -> Any:
        """[notes, dimensions], of length 1, from the words of each note."""
        return normalize(self._reduce.transform(self._weigh.transform(topical)))


def _telling(topical: Sequence[list[str]]) -> list[str]:
    """The words that can tell a theme: in two notes and more, and not common."""
    seen = Commonness()
    for one in topical:
        seen.see(set(one))
    fit = [word for word, notes in seen.notes.items() if notes > 1 and not seen.is_common(word)]
    most = sorted(fit, key=lambda word: (-seen.notes[word], word))[:_MOST_WORDS]
    return sorted(most)


def centres(points: Any, seed: int) -> Any:
    """[themes, dimensions], from the points of some notes."""
    distinct = len(np.unique(points.round(4), axis=0))  # copies of one note are one point
    groups = KMeans(min(how_many(len(points)), distinct), n_init=_TRIES, random_state=seed)
    return groups.fit(points).cluster_centers_


def nearest(points: Any, centres: Any) -> Any:
    """The index of each point's centre. A point's own length is the same for all centres."""
    return np.argmin((centres**2).sum(axis=1) - 2 * points @ centres.T, axis=1)
