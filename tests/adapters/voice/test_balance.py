"""Themes drawn evenly: each example as often as its theme is rare, in the same order again."""

from array import array
from collections import Counter
from pathlib import Path

import pytest
import torch

from adapters.notes.example import Example
from adapters.voice import balance, kept_notes
from adapters.voice.batches import Step, plan
from adapters.voice.kept_notes import KeptNotes, Themes

TRAINED = [20 + (7 * n) % 50 for n in range(100)]
THEMES = [0] * 70 + [1] * 20 + [2] * 10
EXAMPLES = [
    Example("", array("i", range(4 + trained)), ((4, 4 + trained),)) for trained in TRAINED
]


def drawn(epochs: float, shares: list[float], seed: int = 0) -> list[Step]:
    return plan(EXAMPLES, epochs, 256, 300, torch.Generator().manual_seed(seed), shares)


def tokens_of_themes(steps: list[Step]) -> Counter[int]:
    counted: Counter[int] = Counter()
    for step in steps:
        for index in (i for micro in step.micro for i in micro):
            counted[THEMES[index]] += TRAINED[index]
    return counted


def test_evenness_0_draws_each_once() -> None:
    assert balance.shares(TRAINED, THEMES, 0.0) == pytest.approx([1.0] * 100)


def test_evenness_1_teaches_as_much_of_each_theme() -> None:
    counted = tokens_of_themes(drawn(2.0, balance.shares(TRAINED, THEMES, 1.0)))
    third = 2 * sum(TRAINED) / 3
    assert [counted[theme] for theme in range(3)] == pytest.approx([third] * 3, rel=0.1)


def test_between_them_a_rare_theme_gains_less() -> None:
    rare = [
        tokens_of_themes(drawn(2.0, balance.shares(TRAINED, THEMES, evenness)))[2]
        for evenness in (0.0, 0.5, 1.0)
    ]
    assert rare[0] < 0.8 * rare[1] < 0.64 * rare[2]


@pytest.mark.parametrize("epochs", [0.25, 1.0, 2.5])
def test_a_run_is_as_long_as_without(epochs: float) -> None:
    even = drawn(epochs, balance.shares(TRAINED, THEMES, 1.0))
    assert sum(step.trained for step in even) == pytest.approx(epochs * sum(TRAINED), rel=0.1)


def test_an_example_is_drawn_its_share_rounded_up_or_down() -> None:
    shares = balance.shares(TRAINED, THEMES, 1.0)
    seen = Counter(i for step in drawn(1.0, shares) for micro in step.micro for i in micro)
    assert all(abs(seen[index] - share) < 1 for index, share in enumerate(shares))


def test_the_order_follows_from_the_generator_alone() -> None:
    shares = balance.shares(TRAINED, THEMES, 1.0)
    assert drawn(2.0, shares) == drawn(2.0, shares)
    assert drawn(2.0, shares) != drawn(2.0, shares, seed=1)


def test_notes_without_themes_are_drawn_once_each() -> None:
    assert balance.of_notes(KeptNotes(EXAMPLES, [], 100), 1.0) is None
    known = KeptNotes(EXAMPLES, [], 100, Themes(("a", "b", "c"), THEMES, []))
    assert balance.of_notes(known, 0.0) is None
    assert balance.of_notes(known, 1.0) == balance.shares(TRAINED, THEMES, 1.0)


def test_themes_are_kept_with_the_notes(tmp_path: Path) -> None:
    known = KeptNotes(EXAMPLES, EXAMPLES[:2], 100, Themes(("a", "б", "c"), THEMES, [2, 0]))
    kept_notes.write(known, tmp_path)
    again = kept_notes.read(tmp_path)
    assert again is not None
    assert again.themes == known.themes
    assert balance.of_notes(again, 1.0) == balance.of_notes(known, 1.0)
