"""Recurring expressions: found where words stand together more often than by chance."""

import random

import pytest

from adapters.notes import collocations, words
from adapters.notes.collocations import Hyperlexeme


def notes(expression: str, times: int, seed: int = 0) -> list[str]:
    """Random words, with ``expression`` among them in ``times`` of 200 notes."""
    draw = random.Random(seed)
    common = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    made = []
    for number in range(200):
        some = draw.choices(common, k=20)
        if number < times:
            some.insert(draw.randrange(20), expression)
        made.append(" ".join(some) + ".")
    return made


def found(texts: list[str]) -> list[Hyperlexeme]:
    work = collocations.finding(lambda: texts)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return list(end.value)


@pytest.mark.parametrize("expression", ["feature branch", "рабочее дерево"])
def test_words_that_stand_together_are_an_expression(expression: str) -> None:
    texts = notes(expression, 12)
    best = found(texts)[0]
    assert (str(best), best.count) == (expression, 12)


def test_words_that_meet_by_chance_are_none() -> None:
    texts = notes("feature branch", 0)
    assert found(texts) == []


def test_what_is_seen_once_or_twice_does_not_recur() -> None:
    texts = notes("feature branch", 2)
    assert found(texts) == []


def test_expressions_grow_to_four_words() -> None:
    texts = notes("generated always as identity", 12)
    assert "generated always as identity" in map(str, found(texts))


def test_no_expression_reaches_over_an_end() -> None:
    for end in (". ", ", ", "\n", " 7 "):
        texts = notes(f"feature{end}branch", 12)
        assert "feature branch" not in map(str, found(texts))


def test_addresses_hold_no_words() -> None:
    told = list(words.runs("See https://www.example.org/feature/branch and www.b.org/x too"))
    assert told == [["see"], ["and"], ["too"]]


def test_rare_pairs_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collocations, "_MOST_PAIRS", 40)
    texts = notes("feature branch", 150)
    assert str(found(texts)[0]) == "feature branch"
