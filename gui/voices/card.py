"""What a card of the Voices page shows: a voice, a blend, or a run that is not done yet."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Literal

from adapters.catalog.records import Blend, BlendPart, Run, RunState, Voice
from gui.chat.speaker import colour_of
from gui.voices.verdict import Verdict, verdict

UNFINISHED: tuple[RunState, ...] = ("queued", "running", "paused", "interrupted", "failed")
UNDER_WAY: tuple[RunState, ...] = ("queued", "running")
Order = Literal["last_used", "name", "created", "size"]
Key = tuple[Literal["voice", "run", "blend"], int]


@dataclass(frozen=True)
class CardPart:
    """One voice of a blend; ``colour`` is None for one that was deleted."""

    name: str
    colour: str | None
    strength: float


@dataclass(frozen=True)
class Card:
    """``state`` is that of a run; ``run`` names the one that made a voice, if known.

    ``parts`` are those of a blend, whose ``colour`` is that of the loudest.
    """

    key: Key
    name: str
    colour: str
    model_name: str
    created: datetime
    description: str = ""
    bytes: int | None = None
    notes: int = 0
    run: int | None = None
    version: int | None = None  # the current one
    used: datetime | None = None
    verdict: Verdict | None = None
    state: RunState | None = None
    step: int = 0
    steps: int = 0
    seconds_left: float | None = None
    tags: tuple[str, ...] = ()
    new_notes: int = 0  # written since it learned
    fingerprint: str = ""  # of the model that it speaks through
    elsewhere: bool = False  # another model is loaded
    parts: tuple[CardPart, ...] = ()

    @property
    def fraction(self) -> float:
        return min(1.0, self.step / self.steps) if self.steps else 0.0

    @property
    def is_voice(self) -> bool:
        return self.key[0] == "voice"

    @property
    def is_blend(self) -> bool:
        return self.key[0] == "blend"

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of a blend's voices that were deleted: it cannot speak without them."""
        return tuple(part.name for part in self.parts if part.colour is None)


def of_blend(blend: Blend) -> Card:
    first = next(iter(blend.voices), None)
    return Card(
        key=("blend", blend.id),
        name=blend.name,
        colour=colour_of(blend) or "",
        model_name=first.model_name if first else "",
        created=blend.created,
        used=blend.last_used,
        fingerprint=first.model_fingerprint if first else "",
        parts=tuple(_part(part) for part in blend.parts),
    )


def _part(part: BlendPart) -> CardPart:
    there = part.voice if not part.is_missing else None
    return CardPart(part.name, there.colour if there else None, part.strength)


def of_voice(voice: Voice, details: str | None = None) -> Card:
    """``details``: the verdict as the catalog keeps it."""
    version = voice.version
    return Card(
        key=("voice", voice.id),
        name=voice.name,
        colour=voice.colour,
        model_name=voice.model_name,
        created=voice.created,
        description=voice.description,
        bytes=version.bytes,
        notes=version.notes,
        run=version.run,
        version=version.id,
        used=voice.last_used,
        verdict=verdict(version, details),
        fingerprint=voice.model_fingerprint,
    )


def state_of(run: Run, live: bool) -> RunState:
    """A run that is marked as under way and is not was cut off: its end could not be written."""
    return "interrupted" if run.state in UNDER_WAY and not live else run.state


def of_run(run: Run, model_name: str, live: bool = False) -> Card:
    return Card(
        key=("run", run.id),
        name=run.name,
        colour=run.colour,
        model_name=model_name,
        created=run.started,
        notes=run.documents,
        run=run.id,
        state=state_of(run, live),
        step=run.step,
        steps=run.steps,
    )


def shown(
    voices: Iterable[Voice],
    runs: Iterable[Run],
    models: dict[int, str],
    live: Container[int] = (),
    verdicts: Mapping[int, str] = MappingProxyType({}),
    blends: Iterable[Blend] = (),
) -> list[Card]:
    """All cards: runs that made no voice yet, the voices, and the blends.

    ``live``: runs under way; ``verdicts``: details by version.
    """
    open_runs = [run for run in runs if run.state in UNFINISHED and run.version is None]
    return [
        *(of_run(run, models.get(run.model, ""), run.id in live) for run in open_runs),
        *(of_voice(voice, verdicts.get(voice.version.id)) for voice in voices),
        *map(of_blend, blends),
    ]


def arranged(cards: Iterable[Card], order: Order, words: str = "") -> list[Card]:
    """The cards that match every word, unfinished runs first, then in ``order``."""
    wanted = words.casefold().split()
    matching = [card for card in cards if all(word in _searched(card) for word in wanted)]
    matching.sort(key=lambda card: card.name.casefold())
    if order == "last_used":
        matching.sort(key=lambda card: _utc(card.used or card.created), reverse=True)
    elif order == "created":
        matching.sort(key=lambda card: _utc(card.created), reverse=True)
    elif order == "size":
        matching.sort(key=lambda card: card.bytes or 0, reverse=True)
    matching.sort(key=lambda card: card.state is None)
    return matching


def _searched(card: Card) -> str:
    parts = (part.name for part in card.parts)
    said = (card.name, card.description, card.model_name, *card.tags, *parts)
    return "\n".join(said).casefold()


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
