"""From made-up measurements to outcome, reasons and advice, at every border."""

import pytest

from engine.verdict import judge as judging
from engine.verdict.judge import Outcome, judge
from engine.verdict.measurements import Change, Copied, Group, Measurements, Style, of_perplexities
from engine.verdict.words import sentence, word


def change(share: float, low: float | None = None, high: float | None = None) -> Change:
    """``low`` and ``high`` as shares, like the change itself."""
    return Change(
        20.0,
        20.0 * (1 + share),
        None if low is None else 1 + low,
        None if high is None else 1 + high,
        documents=9,
        tokens=900,
    )


def said(measured: Measurements) -> str:
    judged = judge(measured)
    return "\n".join(map(str, (*judged.reasons, *judged.advice)))


@pytest.mark.parametrize(
    ("held_out", "outcome"),
    [
        (change(-0.18, -0.22, -0.14), Outcome.LEARNED),
        (change(-0.0501, -0.09, -0.001), Outcome.LEARNED),
        (change(-0.0499, -0.09, -0.001), Outcome.LITTLE),
        (change(-0.18, -0.40, 0.02), Outcome.LITTLE),  # large, but chance may explain it
        (change(-0.02, -0.04, -0.001), Outcome.LITTLE),
        (change(-0.02, -0.06, 0.01), Outcome.NOTHING),
        (change(-0.0009, -0.001, -0.0008), Outcome.NOTHING),
        (change(0.0, -0.01, 0.01), Outcome.NOTHING),
        (change(0.2, 0.1, 0.3), Outcome.NOTHING),  # nothing says that the notes were learned
        # Too few documents for an interval: the change alone decides.
        (change(-0.06), Outcome.LEARNED),
        (change(-0.04), Outcome.LITTLE),
        (change(0.1), Outcome.NOTHING),
        (None, Outcome.UNKNOWN),
    ],
)
def test_learned_is_said_only_of_a_held_out_gain_beyond_chance(
    held_out: Change | None, outcome: Outcome
) -> None:
    assert judge(Measurements(held_out)).outcome == outcome


@pytest.mark.parametrize(
    ("held_out", "learning", "outcome"),
    [
        (change(0.02, 0.005, 0.04), -0.3, Outcome.OVERFITTED),
        (change(0.02, 0.005, 0.04), -0.04, Outcome.NOTHING),  # it did not learn its notes either
        (change(0.02, -0.01, 0.05), -0.3, Outcome.NOTHING),  # the rise may be chance
        (change(0.0009, 0.0005, 0.001), -0.3, Outcome.NOTHING),
        (change(0.02), -0.3, Outcome.OVERFITTED),
        (change(-0.1, -0.2, -0.05), -0.6, Outcome.LEARNED),
    ],
)
def test_overfitted_learned_its_notes_and_lost_the_others(
    held_out: Change, learning: float, outcome: Outcome
) -> None:
    assert judge(Measurements(held_out, learning=learning)).outcome == outcome


@pytest.mark.parametrize(
    ("general", "outcome", "hurt"),
    [
        (change(0.24, 0.2, 0.3), Outcome.LEARNED, False),
        (change(0.26, 0.2, 0.3), Outcome.LEARNED, True),
        (change(0.26, -0.1, 0.9), Outcome.LEARNED, False),
        (change(1.1, 0.9, 1.3), Outcome.OVERFITTED, True),
    ],
)
def test_general_ability(general: Change, outcome: Outcome, hurt: bool) -> None:
    measured = Measurements(change(-0.2, -0.3, -0.1), general=(Group("ru", general),))
    assert judge(measured).outcome == outcome
    assert ("in Russian less surely" in said(measured)) is hurt
    assert ("lower strength" in said(measured)) is hurt


@pytest.mark.parametrize(
    ("words", "base", "outcome"),
    [
        (19, 4, Outcome.LEARNED),
        (20, 4, Outcome.MEMORISES),
        (20, 11, Outcome.LEARNED),  # the base says it as well: a set phrase, or a law
        (30, 20, Outcome.MEMORISES),
    ],
)
def test_reciting_is_the_gravest(words: int, base: int, outcome: Outcome) -> None:
    copied = Copied(words, "the frost came early that year", base, 9)
    measured = Measurements(change(-0.2, -0.3, -0.1), copied=copied, learning=-0.5)
    assert judge(measured).outcome == outcome
    assert ("“the frost came early that year”" in said(measured)) is (outcome == Outcome.MEMORISES)
    assert str(words) in said(measured)


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (Style(0.9, 0.9, 0.1, 0.2, 20), "has moved towards yours: 20 % of its replies"),
        (Style(0.9, 0.9, 0.1, 0.19, 20), "has hardly moved"),
        (Style(0.69, 0.5, 0.1, 0.9, 20), "cannot be told"),
    ],
)
def test_style(style: Style, words: str) -> None:
    assert words in said(Measurements(change(-0.2), style=style))


def test_the_interval_and_the_advice_are_said() -> None:
    sure = said(Measurements(change(-0.18, -0.22, -0.144)))
    assert "from 20.0 to 16.4: −18 %, very likely between −22 % and −14 %" in sure
    assert "More notes" not in sure
    assert "Too few notes were held out" in said(Measurements(change(-0.18, -0.4, 0.02)))
    assert "More notes would help" in said(Measurements(change(-0.02)))
    assert "at least five notes" in said(Measurements())


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (16.4, "learned: −18 % perplexity on held-out notes"),
        (19.0, "learned: −5 % perplexity on held-out notes"),
        (19.4, "learned a little: −3 %, more notes would help"),
        (19.9, "learned a little: −0.5 %, more notes would help"),
        (20.0, "did not learn: 0 % perplexity on held-out notes"),
        (22.0, "did not learn: +10 % perplexity on held-out notes"),
    ],
)
def test_a_version_with_two_numbers_only(after: float, words: str) -> None:
    assert str(sentence(judge(of_perplexities(20.0, after)))) == words


@pytest.mark.parametrize(("before", "after"), [(None, 3.0), (3.0, None), (0.0, 3.0)])
def test_what_was_not_measured_is_not_judged(before: float | None, after: float | None) -> None:
    judged = judge(of_perplexities(before, after))
    assert (judged.outcome, judged.change) == (Outcome.UNKNOWN, None)
    assert "not measured" in str(sentence(judged))


def test_every_outcome_has_its_own_word_and_sentence() -> None:
    assert len({str(word(outcome)) for outcome in Outcome}) == len(Outcome)
    judged = [judging.Judgement(outcome, -0.1, (), ()) for outcome in Outcome]
    known = [one for one in judged if one.outcome != Outcome.UNKNOWN]
    assert len({str(sentence(one)) for one in known}) == len(known)
