"""The interval of a change: paired, over documents, the same for the same seed."""

import math

import numpy as np
import pytest

from adapters.voice.perplexity import Measured
from engine.verdict.interval import change as measured_change
from engine.verdict.measurements import Change


def change(before: list[Measured], after: list[Measured], seed: int = 0) -> Change | None:
    """Each example a document of its own."""
    return measured_change(before, after, [str(n) for n in range(len(before))], seed)


def documents(count: int, shift: float, noise: float, seed: int = 0) -> list[list[Measured]]:
    """Losses before and after: documents differ much, their changes by ``noise`` only."""
    chance = np.random.default_rng(seed)
    before, after = [], []
    for _ in range(count):
        tokens = int(chance.integers(20, 400))
        mean = chance.normal(3.0, 0.8)
        before.append(Measured(mean * tokens, tokens))
        after.append(Measured((mean + shift + chance.normal(0, noise)) * tokens, tokens))
    return [before, after]


def test_the_change_is_that_of_all_tokens_together() -> None:
    unchanged = Measured(10.0, 10)
    found = change([Measured(30.0, 10), unchanged], [Measured(20.0, 10), unchanged])
    assert found is not None
    assert found.before == pytest.approx(math.exp(2))
    assert found.after == pytest.approx(math.exp(1.5))
    assert (found.documents, found.tokens) == (2, 20)
    assert (found.low, found.high) == (None, None)  # two documents say nothing about others


def test_pairing_sees_a_small_change_in_very_different_documents() -> None:
    found = change(*documents(30, shift=-0.05, noise=0.02))
    assert found is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.share + 1 < found.high < 1
    assert found.high - found.low < 0.05


def test_chance_is_not_taken_for_learning() -> None:
    found = change(*documents(12, shift=-0.02, noise=0.3))
    assert found is not None
    assert found.surely_fell is False


def test_it_holds_the_truth_as_often_as_it_says() -> None:
    truth = math.exp(-0.1)
    hits = 0
    for seed in range(40):
        found = change(*documents(40, shift=-0.1, noise=0.1, seed=seed))
        assert found is not None
        assert found.low is not None
        assert found.high is not None
        hits += found.low <= truth <= found.high
    assert hits >= 33  # of 40; 38 are foretold


def test_the_seed_decides() -> None:
    one = change(*documents(12, -0.1, 0.1), seed=4)
    assert one == change(*documents(12, -0.1, 0.1), seed=4)
    assert one != change(*documents(12, -0.1, 0.1), seed=5)


def test_nothing_to_measure() -> None:
    assert change([], []) is None
    assert change([Measured(0.0, 0)], [Measured(0.0, 0)]) is None


def added(some: list[Measured]) -> Measured:
    return Measured(sum(one.loss for one in some), sum(one.tokens for one in some))


def test_examples_of_one_document_are_drawn_together() -> None:
    before, after = documents(12, shift=-0.1, noise=0.3)
    names = [str(number // 2) for number in range(12)]
    together = measured_change(before, after, names)
    assert together is not None
    assert together.documents == 6
    summed = [[added(side[n : n + 2]) for n in range(0, 12, 2)] for side in (before, after)]
    apart = change(*summed)
    assert apart is not None
    assert (together.low, together.high) == pytest.approx((apart.low, apart.high))
    assert measured_change(before[:8], after[:8], names[:8]).low is None  # type: ignore[union-attr]
