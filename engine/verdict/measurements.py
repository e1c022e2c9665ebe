"""What is measured of a finished voice; plain numbers, kept in the catalog as JSON."""

import json
from dataclasses import asdict, dataclass

from pydantic import TypeAdapter, ValidationError

FORMAT = 1


@dataclass(frozen=True)
class Change:
    """Perplexity of the base and of the voice on the same tokens.

    95 of 100 resamples of the documents give a ratio of voice to base between ``low`` and
    ``high``; both are None where there are too few documents to say.
    """

    before: float
    after: float
    low: float | None = None
    high: float | None = None
    documents: int = 0
    tokens: int = 0

    @property
    def share(self) -> float:
        """By what share perplexity rose; negative: it fell."""
        return self.after / self.before - 1

    @property
    def surely_fell(self) -> bool | None:
        """Whether chance does not explain a fall; None where that cannot be said."""
        return None if self.high is None else self.high < 1

    @property
    def surely_rose(self) -> bool | None:
        return None if self.low is None else self.low > 1


@dataclass(frozen=True)
class Group:
    """The change on a part of the documents: a theme of the notes, or a language."""

    name: str
    change: Change


@dataclass(frozen=True)
class Copied:
    """The longest run of words that a reply shares with a learned note, beyond its question."""

    words: int
    quote: str
    base_words: int  # the same of the base's replies to the same questions
    replies: int  # of the voice that were looked at


@dataclass(frozen=True)
class Style:
    """Shares that a classifier takes for the owner's; it had seen none of these texts."""

    accuracy: float  # balanced, on held-out notes and on replies of the base
    notes: float
    base: float
    voice: float
    pieces: int  # of the voice's replies


@dataclass(frozen=True)
class Measurements:
    """All that is known of a version; what was not measured is None or empty.

    ``learning`` is by what share the perplexity of the training notes rose while they were
    learned (negative: it fell), from the losses of the first and the last steps.
    """

    held_out: Change | None = None
    themes: tuple[Group, ...] = ()
    general: tuple[Group, ...] = ()
    copied: Copied | None = None
    style: Style | None = None
    learning: float | None = None


_READER = TypeAdapter(Measurements)


def as_text(measured: Measurements) -> str:
    return json.dumps({"format": FORMAT, **asdict(measured)}, ensure_ascii=False)


def from_text(text: str) -> Measurements | None:
    """What ``as_text`` has written; None where a later version, or nobody, wrote it."""
    try:
        values = json.loads(text)
        if not isinstance(values, dict) or values.pop("format", None) != FORMAT:
            return None
        return _READER.validate_python(values)
    except (ValidationError, ValueError, RecursionError):
        return None


def of_version(details: str | None, before: float | None, after: float | None) -> Measurements:
    """What is known of a version: its verdict's ``details``, else its two perplexities alone."""
    found = None if details is None else from_text(details)
    return found or of_perplexities(before, after)


def of_perplexities(before: float | None, after: float | None) -> Measurements:
    """Of a version that has nothing but its two perplexities."""
    if not before or after is None:
        return Measurements()
    return Measurements(held_out=Change(before, after))
