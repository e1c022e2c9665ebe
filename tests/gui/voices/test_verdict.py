"""Did it learn? Words for a measured change."""

import pytest

from gui.voices.verdict import Outcome, verdict


@pytest.mark.parametrize(
    ("after", "outcome", "words"),
    [
        (16.4, Outcome.LEARNED, "learned: −18 % perplexity on held-out notes"),
        (19.0, Outcome.LEARNED, "learned: −5 % perplexity on held-out notes"),
        (19.4, Outcome.LITTLE, "learned a little: −3 %, more notes would help"),
        (20.0, Outcome.NOTHING, "did not learn: 0 % perplexity on held-out notes"),
        (22.0, Outcome.NOTHING, "did not learn: +10 % perplexity on held-out notes"),
    ],
)
def test_learned_is_said_only_of_a_held_out_gain(
    after: float, outcome: Outcome, words: str
) -> None:
    judged = verdict(20.0, after)
    assert judged.outcome == outcome
    assert judged.sentence().replace("\u00a0", " ") == words


@pytest.mark.parametrize(("before", "after"), [(None, 3.0), (3.0, None), (0.0, 3.0)])
def test_what_was_not_measured_is_not_judged(before: float | None, after: float | None) -> None:
    judged = verdict(before, after)
    assert judged.outcome == Outcome.UNKNOWN
    assert "not measured" in judged.sentence()
    assert judged.word() == "Not measured"


def test_every_verdict_has_its_own_icon_and_word() -> None:
    judged = [verdict(20.0, after) for after in (10.0, 19.4, 21.0)] + [verdict(None, None)]
    assert len({one.icon for one in judged}) == len({one.word() for one in judged}) == 4
