"""Which fields are told at this moment, and why the others are not.

Asked again for the same conversation and seed it says the same: nothing is remembered between.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from adapters.wording import Phrase
from engine.scene.model import Field, Scene
from engine.scene.patterns.matcher import MATCHER, PatternError
from engine.scene.prompt.mention import Alike, Matches, mentions, trigram_likeness

# around: what it is inside of is not told; empty: it has no words.
Reason = Literal["never", "not mentioned", "chance", "around", "empty", "budget"]


@dataclass(frozen=True)
class LeftOut:
    """A field that is not told. ``tokens`` only where it would have had some."""

    id: str
    reason: Reason
    tokens: int = 0


@dataclass(frozen=True)
class Trouble:
    """A pattern of a field that could not be used."""

    id: str
    what: Phrase


@dataclass(frozen=True)
class Moment:
    """What has been said, oldest first; ``speaker`` is the role that will answer, if one does."""

    turns: Sequence[str] = ()
    seed: int = 0
    speaker: str | None = None
    matches: Matches = MATCHER
    alike: Alike = trigram_likeness


@dataclass
class Activation:
    left_out: list[LeftOut] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def activation(scene: Scene, moment: Moment) -> Activation:
    """Everything that is not told now, in the order of the document."""
    found = Activation()

    def look(fields: tuple[Field, ...], around: bool) -> None:
        for one in fields:
            reason = "around" if around else _reason(one, moment, found.troubles)
            if reason is not None:
                found.left_out.append(LeftOut(one.id, reason))
            look(one.fields, around or reason is not None)

    look(scene.fields, around=False)
    return found


def _reason(one: Field, moment: Moment, troubles: list[Trouble]) -> Reason | None:
    when = one.when
    if when.mode == "never":
        return "never"
    if when.mode == "always":
        return None if _drawn(one, moment.seed, None) else "chance"
    mentioned = list(_mentions(one, moment, troubles))
    if not mentioned:
        return "not mentioned"
    return None if any(_drawn(one, moment.seed, turn) for turn in mentioned) else "chance"


def _mentions(one: Field, moment: Moment, troubles: list[Trouble]) -> Iterator[int]:
    """The turns that mention it and are recent enough, newest first."""
    last = len(moment.turns)
    for number in range(last - 1, max(-1, last - 2 - one.when.stays), -1):
        try:
            if mentions(moment.turns[number], one, moment.matches, moment.alike):
                yield number
        except PatternError as error:
            troubles.append(Trouble(one.id, error.why))
            return


def _drawn(one: Field, seed: int, turn: int | None) -> bool:
    """A field told always is drawn once for the conversation, so that its prompt stays."""
    chance = one.when.probability
    return chance >= 1 or Random(f"{seed}/{one.id}/{turn}").random() < chance
