"""Did it learn? From what was measured to an outcome, its reasons, and what to do.

The one place where a voice is judged: the window, the cards and the terminal all say this.
"""

from dataclasses import dataclass
from enum import StrEnum

from adapters.wording import Phrase, phrase
from engine.verdict.measurements import Change, Copied, Group, Measurements, Style
from engine.verdict.numbers import percent, rounded

# The share by which perplexity on held-out notes must fall to be called learning,
# and the smallest fall that its figure, with one decimal, shows for certain.
LEARNED = 0.05
MEASURABLE = 0.001
# The share by which perplexity on general text may rise: below, a voice answers as before.
GENERAL_HURT = 0.25
GENERAL_LOST = 1.0
# Words in a row; chance and set phrases give far fewer, which the base's replies show.
RECITED = 20
BEYOND_BASE = 10
# A classifier that is right less often says nothing; and how much the voice must stand out.
TELLING = 0.7
MOVED = 0.1


class Outcome(StrEnum):
    LEARNED = "learned"
    LITTLE = "little"
    NOTHING = "nothing"
    OVERFITTED = "overfitted"
    MEMORISES = "memorises"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Judgement:
    """``change`` is the share by which perplexity on held-out notes rose (negative: it fell)."""

    outcome: Outcome
    change: float | None
    reasons: tuple[Phrase, ...]
    advice: tuple[Phrase, ...]


def judge(measured: Measurements) -> Judgement:
    """What the figures come to. The gravest thing is the outcome; all others are reasons."""
    held_out = measured.held_out
    outcome = _outcome(measured)
    reasons = (
        *([_of_held_out(held_out)] if held_out else []),
        *([_of_copied(measured.copied)] if measured.copied else []),
        *(_of_general(group) for group in measured.general if _hurt(group)),
        *([_of_style(measured.style)] if measured.style else []),
    )
    change = held_out.share if held_out else None
    return Judgement(outcome, change, reasons, tuple(_advice(outcome, measured)))


def recites(copied: Copied | None) -> bool:
    """A run so long that it is the note itself, and not what any model would have said."""
    return (
        copied is not None
        and copied.words >= RECITED
        and copied.words >= copied.base_words + BEYOND_BASE
    )


def style_moved(style: Style) -> bool | None:
    """None where the classifier is not good enough to say."""
    return None if style.accuracy < TELLING else style.voice - style.base >= MOVED


def _outcome(measured: Measurements) -> Outcome:
    if recites(measured.copied):
        return Outcome.MEMORISES
    if _overfitted(measured):
        return Outcome.OVERFITTED
    return _learned(measured.held_out)


def _overfitted(measured: Measurements) -> bool:
    """The learned notes were learned at the cost of those not seen, or of everything else."""
    change, learning = measured.held_out, measured.learning
    fell_in_training = learning is not None and learning <= -LEARNED
    worse = change is not None and change.share >= MEASURABLE and change.surely_rose is not False
    return (worse and fell_in_training) or any(
        group.change.share >= GENERAL_LOST and group.change.surely_rose is not False
        for group in measured.general
    )


def _learned(change: Change | None) -> Outcome:
    if change is None:
        return Outcome.UNKNOWN
    fall, sure = -change.share, change.surely_fell
    if fall >= LEARNED and sure is not False:
        return Outcome.LEARNED
    # A large change that chance might explain is no more than a small one.
    if fall >= LEARNED or (fall >= MEASURABLE and sure is not False):
        return Outcome.LITTLE
    return Outcome.NOTHING


def _hurt(group: Group) -> bool:
    change = group.change
    return change.share >= GENERAL_HURT and change.surely_rose is not False


def _of_held_out(change: Change) -> Phrase:
    if change.low is None or change.high is None:
        return phrase(
            "verdict",
            "Perplexity on held-out notes went from {before} to {after}: {change}.",
            before=rounded(change.before),
            after=rounded(change.after),
            change=percent(change.share),
        )
    return phrase(
        "verdict",
        "Perplexity on held-out notes went from {before} to {after}: {change}, very likely "
        "between {low} and {high}.",
        before=rounded(change.before),
        after=rounded(change.after),
        change=percent(change.share),
        low=percent(change.low - 1),
        high=percent(change.high - 1),
    )


def _of_copied(copied: Copied) -> Phrase:
    if recites(copied):
        return phrase(
            "verdict",
            "A reply repeated {words} words in a row from a note it learned: “{quote}”.",
            words=copied.words,
            quote=copied.quote,
        )
    return phrase(
        "verdict",
        "It does not recite: at most {words} words in a row of a reply stand in a note it "
        "learned, and {base} without the voice.",
        words=copied.words,
        base=copied.base_words,
    )


def _of_general(group: Group) -> Phrase:
    change = percent(group.change.share)
    if group.name == "ru":
        return phrase(
            "verdict",
            "It answers general questions in Russian less surely: {change}.",
            change=change,
        )
    return phrase(
        "verdict",
        "It answers general questions in English less surely: {change}.",
        change=change,
    )


def _of_style(style: Style) -> Phrase:
    moved = style_moved(style)
    if moved is None:
        return phrase("verdict", "Whether its style is yours cannot be told from so little text.")
    shares = {"voice": percent(style.voice, sign=False), "base": percent(style.base, sign=False)}
    if moved:
        return phrase(
            "verdict",
            "Its style has moved towards yours: {voice} of its replies pass for your writing, and "
            "{base} without the voice.",
            **shares,
        )
    return phrase(
        "verdict",
        "Its style has hardly moved: {voice} of its replies pass for your writing, and {base} "
        "without the voice.",
        **shares,
    )


def _advice(outcome: Outcome, measured: Measurements) -> list[Phrase]:
    change = measured.held_out
    unsure = change is not None and change.share <= -LEARNED and change.surely_fell is False
    said = {
        Outcome.MEMORISES: phrase(
            "verdict",
            "Do not show its replies to people who may not read your notes. Train again with "
            "fewer epochs, or use it at a lower strength.",
        ),
        Outcome.OVERFITTED: phrase(
            "verdict",
            "Train again with fewer epochs or with more notes; a lower strength helps at once.",
        ),
        Outcome.LITTLE: phrase("verdict", "More notes would help."),
        Outcome.NOTHING: phrase("verdict", "More notes, or fewer epochs, may help."),
        Outcome.UNKNOWN: phrase(
            "verdict", "Train with at least five notes, so that some can be held out."
        ),
    }.get(outcome)
    advice = [] if said is None else [said]
    if unsure:
        advice.append(
            phrase("verdict", "Too few notes were held out to be sure of a change like this.")
        )
    if outcome == Outcome.LEARNED and any(_hurt(group) for group in measured.general):
        advice.append(
            phrase("verdict", "For general questions use it at a lower strength, or without it.")
        )
    return advice
