"""How fast a run goes and how long it will still take."""

from collections import deque
from typing import Any

from adapters.catalog import preferences
from adapters.catalog.database import Catalog

_KEY = "training speed"  # among the catalog's preferences: by the model's fingerprint
_STEPS = 8  # that a speed is taken from


class Pace:
    """Speed over the last steps, in tokens of notes learned per second of work."""

    def __init__(self, tokens: int, seconds: float) -> None:
        self._marks = deque([(tokens, seconds)], maxlen=_STEPS + 1)

    def mark(self, tokens: int, seconds: float) -> None:
        """After a step: all tokens learned and all seconds worked so far."""
        self._marks.append((tokens, seconds))

    @property
    def tokens_per_second(self) -> float:
        (first, begun), (last, ended) = self._marks[0], self._marks[-1]
        return (last - first) / max(1e-6, ended - begun)

    def seconds_for(self, tokens: int) -> float:
        return tokens / max(1e-6, self.tokens_per_second)


def remember(
    catalog: Catalog, fingerprint: str, learning: float, measuring: float, slowness: float = 1.0
) -> None:
    """Keep what a finished run has shown, for the estimates of later ones.

    ``learning`` in learned tokens per second, ``measuring`` in all tokens per second;
    ``slowness`` of the run's adapter (see ``planner.slowness``).
    """
    if learning <= 0.0:
        return  # it was kept before its first step: nothing was shown
    _remember(catalog, fingerprint, learning=learning * slowness, measuring=measuring)


def remember_judging(catalog: Catalog, fingerprint: str, seconds: float, learned: int) -> None:
    """Keep how long the verdict took on a run of so many learned tokens."""
    _remember(catalog, fingerprint, judging=seconds / max(1, learned))


def estimate(
    catalog: Catalog, fingerprint: str, learned: int, measured: int, slowness: float = 1.0
) -> float | None:
    """Seconds for a run that learns and measures so many tokens; None before the first run."""
    known = preferences.get(catalog, _KEY, {}).get(fingerprint)
    if not known or known.get("learning", 0.0) <= 0.0:
        return None
    measuring = measured / max(1.0, known["measuring"])
    return float(learned * (slowness / known["learning"] + known.get("judging", 0.0)) + measuring)


def _remember(catalog: Catalog, fingerprint: str, **shown: float) -> None:
    known: dict[str, Any] = preferences.get(catalog, _KEY, {})
    known[fingerprint] = known.get(fingerprint, {}) | shown
    preferences.put(catalog, _KEY, known)
