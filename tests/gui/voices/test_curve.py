"""The points of the loss chart, from the catalog and from events."""

from math import exp, inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.catalog.records import RunStep
from gui.voices.curve import (
    Curve,
    envelope,
    loss_range,
    loss_ticks,
    smoothed,
    sparkline,
    step_ticks,
    thinned,
)


def row(step: int, loss: float, held_out: float | None = None) -> RunStep:
    return RunStep(1, step, loss, held_out, 1e-3, step * 900, step * 1.0)


def test_a_step_told_by_catalog_and_event_counts_once() -> None:
    past, live = Curve(), Curve({2: 2.5, 3: 2.4}, {2: 2.6})
    past.take([row(1, 3.0), row(2, 2.9)])
    both = past.with_newer(live)
    assert both.points() == [(1, 3.0), (2, 2.5), (3, 2.4)]
    assert both.held_out_points() == [(2, 2.6)]


def test_a_resumed_run_forgets_what_came_after_its_checkpoint() -> None:
    curve = Curve({1: 3.0, 2: 2.9, 3: 2.8}, {0: 3.1, 3: 2.9})
    curve.rewind(1)
    assert curve.points() == [(1, 3.0)]
    assert curve.held_out_points() == [(0, 3.1)]


def test_perplexity_so_far_is_measured_against_the_base() -> None:
    curve = Curve(held_out={0: 3.0, 10: 2.8})
    assert curve.perplexity_change() == pytest.approx(exp(-0.2) - 1)
    assert Curve(held_out={10: 2.8, 20: 2.7}).perplexity_change() is None
    assert Curve(held_out={0: 3.0}).perplexity_change() is None


def test_a_loss_that_is_no_number_is_not_drawn() -> None:
    assert Curve({1: nan, 2: inf, 3: 2.0}).points() == [(3, 2.0)]


def test_smoothing_takes_the_noise_away_from_the_first_step_on() -> None:
    points = [(step, 3.0 if step % 2 else 2.0) for step in range(1, 200)]
    line = smoothed(points)
    assert [step for step, _ in line] == [step for step, _ in points]
    assert all(abs(loss - 2.5) < 0.15 for _, loss in line)
    assert all(abs(loss - 2.5) < 0.05 for _, loss in line[20:-20])


def test_smoothing_neither_lags_nor_begins_elsewhere() -> None:
    """A straight fall is its own smoothed curve, at both ends and with steps left out."""
    points = [(step, 3.0 - step / 100) for step in range(1, 200) if step % 7]
    for (_, smooth), (_, loss) in zip(smoothed(points), points, strict=True):
        assert smooth == pytest.approx(loss, abs=1e-9)


def test_smoothing_of_a_point_or_two() -> None:
    assert smoothed([]) == []
    assert smoothed([(4, 2.0)]) == [(4, 2.0)]
    assert smoothed([(4, 2.0), (5, 3.0)]) == [(4, pytest.approx(2.0)), (5, pytest.approx(3.0))]


def test_the_best_held_out_step_is_never_the_base() -> None:
    assert Curve(held_out={0: 1.0, 10: 2.8}).best() is None  # nothing to choose from yet
    assert Curve(held_out={0: 1.0, 10: 2.8, 20: 2.6, 30: 2.7}).best() == (20, 2.6)


@given(st.floats(-5, 5), st.floats(1e-3, 10))
def test_ticks_lie_inside_their_range_and_are_few(low: float, span: float) -> None:
    ticks = loss_ticks(low, low + span)
    assert all(low <= tick <= low + span for tick in ticks)
    assert 1 <= len(ticks) <= 6
    assert ticks == sorted(set(ticks))


def test_one_wild_step_does_not_flatten_the_rest() -> None:
    points = [(1, 50.0)] + [(step, 2.0 + step / 1000) for step in range(2, 200)]
    low, high = loss_range(points, [(0, 2.5)])
    assert low < 2.0
    assert 2.5 <= high < 3.0


@given(st.lists(st.floats(0, 10), min_size=1, max_size=3000))
def test_an_envelope_draws_the_same_with_fewer_points(losses: list[float]) -> None:
    points = list(enumerate(losses))
    few = envelope(points, 100)
    assert len(few) <= 102
    assert set(few) <= set(points)
    assert few == sorted(few)
    assert {min(losses), max(losses)} <= {loss for _, loss in few}


def test_ticks_of_the_steps() -> None:
    assert step_ticks(320) == [0, 80, 160, 240, 320]
    assert step_ticks(2) == [0, 1, 2]


@given(st.lists(st.floats(0, 10), min_size=1, max_size=300))
def test_a_thinned_curve_keeps_its_bounds(values: list[float]) -> None:
    few = thinned(values)
    assert len(few) <= 48
    assert min(values) - 1e-9 <= min(few)
    assert max(few) <= max(values) + 1e-9


def test_a_sparkline_of_nothing_is_empty() -> None:
    assert sparkline([]) == ()
    assert len(sparkline([row(step, 3 - step / 100) for step in range(1, 150)])) == 48
