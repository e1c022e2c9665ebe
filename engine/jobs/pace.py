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


def remember(catalog: Catalog, fingerprint: str, learning: float, measuring: float) -> None:
    """Keep what a finished run has shown, for the estimates of later ones.

    ``learning`` in learned tokens per second, ``measuring`` in all tokens per second.
    """
    known: dict[str, Any] = preferences.get(catalog, _KEY, {})
    known[fingerprint] = {"learning": learning, "measuring": measuring}
    preferences.put(catalog, _KEY, known)


def estimate(catalog: Catalog, fingerprint: str, learned: int, measured: int) -> float | None:
    """Seconds for a run that learns and measures so many tokens; None before the first run."""
    known = preferences.get(catalog, _KEY, {}).get(fingerprint)
    if not known:
        return None
    return float(learned / known["learning"] + measured / max(1.0, known["measuring"]))
