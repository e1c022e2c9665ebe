"""When a field is told."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.wording import phrase
from engine.scene.fields.child import Child
from engine.scene.fields.memory import Memory
from engine.scene.model import Field, Scene, When
from engine.scene.patterns.matcher import PatternError
from engine.scene.prompt.activation import Moment, activation
from engine.scene.prompt.mention import has_words, trigram_likeness
from tests.engine.scene.strategies import PATIENT


def plain(pattern: str, text: str) -> bool:
    return pattern in text


def reasons(when: When, turns: Sequence[str] = (), **more: Any) -> list[str]:
    scene = Scene(fields=(Field("a", Memory("The harbour froze over."), when=when),))
    given = activation(scene, Moment(turns, **{"matches": plain, **more}))
    return [one.reason for one in given.left_out]


def test_always_and_never() -> None:
    assert reasons(When()) == []
    assert reasons(When("never", words=("ice",)), ["ice"]) == ["never"]


def test_mentioned_stays_for_so_many_turns() -> None:
    when = When("mentioned", words=("pier",), stays=2)
    turns = ["To the pier!", "Why?", "Because.", "Oh."]
    assert [reasons(when, turns[:n]) for n in range(5)] == [
        ["not mentioned"],
        [],
        [],
        [],
        ["not mentioned"],
    ]


def test_any_of_the_conditions_is_enough() -> None:
    when = When("mentioned", ("ice",), ("fro.e",), alike=0.9)
    assert reasons(when, ["Much ice"]) == []
    assert reasons(when, ["a fro.e here"]) == []
    assert reasons(when, ["The harbour froze over!"]) == []
    assert reasons(when, ["Nothing of it"]) == ["not mentioned"]
    assert reasons(when, ["Nothing of it"], alike=lambda *_: 0.95) == []


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("pier", "On the PIER.", True),
        ("pier", "a pierced ear", False),
        ("pier*", "a pierced ear", True),
        ("last night", "Last\n night it was", True),
        ("причал*", "На причале темно", True),
        ("причал", "На причале темно", False),
        ("ёлка", "Елка!", True),
        ("елк* в лес*", "ЁЛКА В ЛЕСУ", True),
        ("c++", "I like C++.", True),
        ("*", "anything", False),
        ("", "anything", False),
        ("a*b", "ab", False),
    ],
)
def test_words(words: str, text: str, found: bool) -> None:
    assert has_words(text, words) is found


def test_likeness_is_between_0_and_1_and_knows_the_same() -> None:
    assert trigram_likeness("The frost came.", "the frost came") == pytest.approx(1)
    assert trigram_likeness("The frost came.", "Кто здесь?") == 0
    near = trigram_likeness("The frost came early.", "An early frost")
    assert 0.4 < near < 1
    assert trigram_likeness("", "frost") == 0


@PATIENT
@given(st.text(), st.text())
def test_likeness_of_any_texts(one: str, other: str) -> None:
    assert 0 <= trigram_likeness(one, other) <= 1.0000001
    assert trigram_likeness(one, other) == trigram_likeness(other, one)


def test_chance_follows_the_seed_and_nothing_else() -> None:
    when = When(probability=0.5)
    drawn = [reasons(when, ["x"] * n, seed=s) for s in range(200) for n in (0, 3)]
    assert drawn[::2] == drawn[1::2]  # one drawing for the whole conversation
    assert 60 < drawn[::2].count([]) < 140
    mentioned = When("mentioned", ("pier",), stays=0, probability=0.5)
    each = [reasons(mentioned, ["pier"] * n, seed=1) for n in range(1, 101)]
    assert each == [reasons(mentioned, ["pier"] * n, seed=1) for n in range(1, 101)]
    assert 30 < each.count([]) < 70
    assert reasons(When(probability=0.0)) == ["chance"]


def test_what_is_around_takes_its_fields_along() -> None:
    inner = Field("letter", Memory("A letter."))
    scene = Scene(fields=(Field("pier", Child(), when=When("never"), fields=(inner,)),))
    left = activation(scene, Moment()).left_out
    assert [(one.id, one.reason) for one in left] == [("pier", "never"), ("letter", "around")]


def test_a_pattern_that_fails_is_said_and_mentions_nothing() -> None:
    def fails(pattern: str, text: str) -> bool:
        del pattern, text
        raise PatternError(phrase("scene", "It takes too long."))

    scene = Scene(fields=(Field("a", Memory("x"), when=When("mentioned", patterns=("(",))),))
    found = activation(scene, Moment(["turn"], matches=fails))
    assert [one.reason for one in found.left_out] == ["not mentioned"]
    assert [(one.id, str(one.what)) for one in found.troubles] == [("a", "It takes too long.")]
