"""What is the matter with a training, judged from its curve."""

import random
from math import exp, nan

import pytest

from engine.diagnosis import Course, findings

STEPS = 120
HELD_OUT = {0: 3.0, 24: 2.7, 48: 2.6, 72: 2.55, 96: 2.5}


def noisy(shape: object, steps: int = STEPS, noise: float = 0.08) -> dict[int, float]:
    chance = random.Random(3)
    return {s: shape(s) + chance.gauss(0, noise) for s in range(1, steps + 1)}  # type: ignore[operator]


def learning(step: int) -> float:
    return 2.2 + 0.8 * exp(-step / 30)


def kinds(losses: dict[int, float], **more: object) -> list[str]:
    known: dict[str, object] = {
        "held_out": HELD_OUT,
        "steps": STEPS,
        "documents": 300,
        "held_out_documents": 30,
    }
    course = Course(losses=losses, **(known | more))  # type: ignore[arg-type]
    return [finding.kind for finding in findings(course)]


def test_a_run_that_learns_is_left_in_peace() -> None:
    for done in (1, 5, 19, 20, 40, 80, STEPS):
        assert kinds(noisy(learning, done)) == []


@pytest.mark.parametrize(
    ("shape", "noise", "found"),
    [
        (lambda _: 2.8, 0.08, ["flat"]),
        (lambda s: 2.8 - s / 50_000, 0.02, ["flat"]),
        (lambda s: 2.4 + s / 100, 0.08, ["rising"]),
        (lambda s: learning(s) + max(0, s - 60) / 60, 0.08, ["rising"]),
        (lambda s: 2.8 - s / 400, 0.3, []),  # noisy, but it falls
        (lambda s: learning(s), 0.4, []),
    ],
)
def test_a_curve_that_does_not_fall(shape: object, noise: float, found: list[str]) -> None:
    assert kinds(noisy(shape, noise=noise)) == found


def test_the_beginning_of_a_long_run_says_nothing_yet() -> None:
    assert kinds(noisy(lambda _: 2.8, 40), steps=400) == []


def test_a_step_that_is_no_number_is_passed_over() -> None:
    assert kinds({**noisy(learning), 7: nan}) == []


def test_held_out_notes_that_get_worse_and_since_when() -> None:
    worse = {**HELD_OUT, 72: 2.65, 96: 2.7}
    assert kinds(noisy(learning), held_out=worse) == ["overfitting"]
    (found,) = findings(Course(noisy(learning), worse, STEPS, 300, 30))
    assert "Since step 48" in str(found.what)
    assert kinds(noisy(learning), held_out={**HELD_OUT, 96: 2.56}) == []  # one point is chance


def test_never_better_than_the_base() -> None:
    worse = {0: 2.0, 24: 2.1, 48: 2.2}
    (found,) = findings(Course(noisy(learning), worse, STEPS, 300, 30))
    assert "worse than the base" in str(found.what)


def test_few_notes_and_none_held_out() -> None:
    assert kinds({}, documents=12, held_out_documents=1) == ["few"]
    assert kinds({}, documents=4, held_out_documents=0, held_out={}) == ["few", "unmeasured"]
    assert kinds({}, documents=0, held_out_documents=0, held_out={}) == []  # not read yet


def test_what_happened_beside_the_losses() -> None:
    assert kinds({}, setbacks=1) == ["setback"]
    assert kinds({}, troubles=frozenset({"setback"})) == ["setback"]
    assert kinds({}, troubles=frozenset({"folder", "memory"})) == ["memory", "folder"]


def test_each_comes_with_a_remedy() -> None:
    every = Course(
        noisy(lambda s: 2.4 + s / 100), {0: 2.0, 9: 2.1, 18: 2.2}, STEPS, 3, 0, 1,
        frozenset({"memory", "folder"}),
    )  # fmt: skip
    found = findings(every)
    assert len(found) == 7
    assert all(str(one.what) and str(one.remedy).endswith(".") for one in found)
