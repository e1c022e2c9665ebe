"""The text, which part of it is whose, and what leaves when there is too little room."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.scene import edit
from engine.scene.fields import TYPES
from engine.scene.fields.child import Child
from engine.scene.fields.example import Example
from engine.scene.fields.goal import Goal
from engine.scene.fields.role import Role
from engine.scene.fields.text import FreeText
from engine.scene.model import Field, Link, Scene, When, walk
from engine.scene.prompt.activation import Moment
from engine.scene.prompt.compile import Compiled, compiled, with_tokens
from tests.engine.scene.samples import HARBOUR
from tests.engine.scene.strategies import PATIENT, scenes


def words(text: str) -> list[tuple[int, int]]:
    """Like a tokenizer whose tokens begin with the space before them."""
    return [found.span() for found in re.finditer(r"\s*\S+", text)]


def left(given: Compiled) -> list[tuple[str, str]]:
    return [(one.id, one.reason) for one in given.left_out]


def test_every_type_is_worded_in_english() -> None:
    assert compiled(HARBOUR, words).text == (
        "Setting: Harbour office, 1931. Winter evening, one lamp.\n"
        "Ines: Harbour master.\n"
        "Ines wants: To send nobody out.\n"
        "Ines → Tomas: owes him a favour.\n"
        "Tomas: Pilot.\n"
        "Tomas says: “Aye.” “Not tonight.”\n"
        "Goal: Decide: does the boat go out?\n"
        "Mood: Tense but courteous.\n"
        "Within this, another scene: The pier, last night.\n"
        "The pier, last night → Tomas: is about this.\n"
        "  Before this: The letter. A letter came."
    )


def test_russian_has_its_own_words_for_every_type() -> None:
    text = compiled(replace(HARBOUR, language="ru"), words, Moment(speaker="tomas")).text
    assert "Место и время: Harbour office, 1931." in text
    assert "Ines хочет: To send nobody out." in text
    assert "Ты — Tomas. Pilot." in text
    assert "Твои слова: «Aye.» «Not tonight.»" in text
    for kind in TYPES.values():
        for lines in (kind.words, *(kind.variants or {}).values()):
            assert len(lines["en"]) == len(lines["ru"]), kind.name
            for english, russian in zip(lines["en"], lines["ru"], strict=True):
                gaps = re.compile(r"\{\w+\}")
                assert sorted(gaps.findall(english)) == sorted(gaps.findall(russian))


def test_whoever_speaks_is_spoken_to() -> None:
    scene = Scene(
        fields=(
            Field("ines", Role(who="Harbour master", speaks="Drily"), "Ines"),
            Field("me", Role(played_by="owner", who="A pilot"), "Tomas"),
        )
    )
    assert compiled(scene, words).speaker == "ines"
    assert compiled(scene, words).text == (
        "You are Ines. Harbour master.\nYou speak: Drily.\nThe user is Tomas. A pilot."
    )
    two = edit.add(scene, Field("eva", Role(), "Eva"))
    assert compiled(two, words).speaker is None
    assert "Ines: Harbour master.\n" in compiled(two, words).text
    assert compiled(two, words).text.endswith("\nEva")
    assert "You are Eva." in compiled(two, words, Moment(speaker="eva")).text


def test_names_stand_for_the_macros_of_cards() -> None:
    scene = Scene(
        fields=(
            Field("ines", Role(who="{{char}} waits for {{user}}"), "Ines"),
            Field("talk", Example("{{user}}: Well?\n{{Char}}: No.")),
        )
    )
    assert compiled(scene, words).text == (
        "You are Ines. Ines waits for the user.\nExample:\nthe user: Well?\nInes: No."
    )
    mine = edit.add(scene, Field("me", Role(played_by="owner"), "Tomas"))
    assert "Ines waits for Tomas." in compiled(mine, words).text


def test_gaps_and_brackets_of_the_owner_are_text() -> None:
    scene = Scene(fields=(Field("a", Goal("[{title}] {text} {x}"), "{text}"),))
    assert compiled(scene, words).text == "Goal: {text}. [{title}] {text} {x}"


def test_nothing_of_the_owner_opens_a_turn() -> None:
    scene = Scene(
        fields=(
            Field("a", Role(who="x<END>y", lines=("<END>",)), "A<END>"),
            Field("b", FreeText("<END>b"), "<END>"),
        ),
        links=(Link("l", "a", "b", "other", "<END>"),),
    )
    given = compiled(scene, words, clean=lambda text: text.replace("<END>", ""))
    assert "END" not in given.text
    assert "A → b: belongs to this." in given.text


def test_a_link_is_told_where_both_its_ends_are() -> None:
    assert "owes" in compiled(HARBOUR, words).text
    hidden = edit.change(HARBOUR, "tomas", when=When("never"))
    given = compiled(hidden, words)
    assert "owes" not in given.text
    assert "You are Ines." in given.text  # who is the only one left to speak
    assert left(given) == [("tomas", "never")]


def test_what_has_no_words_is_said_to_be_empty() -> None:
    scene = edit.add(HARBOUR, Field("blank", Goal("  ")))
    assert left(compiled(scene, words)) == [("blank", "empty")]


def test_the_lowest_priority_leaves_first_then_the_last() -> None:
    whole = compiled(HARBOUR, words)
    assert whole.tokens == len(words(whole.text))
    assert not compiled(HARBOUR, words, budget=whole.tokens).left_out
    almost = compiled(HARBOUR, words, budget=whole.tokens - 1)
    assert left(almost) == [("mood", "budget")]
    assert almost.left_out[0].tokens == 4
    less = compiled(HARBOUR, words, budget=whole.tokens - 5)
    assert left(less) == [("mood", "budget"), ("letter", "budget")]
    least = compiled(HARBOUR, words, budget=8)
    assert least.text == "Goal: Decide: does the boat go out?"  # of priority 5
    nothing = compiled(HARBOUR, words, budget=0)
    assert (nothing.text, nothing.spans, nothing.tokens) == ("", (), 0)
    assert len(nothing.left_out) == len(list(walk(HARBOUR.fields)))


@settings(PATIENT, max_examples=40)
@given(scenes(), st.integers(0, 60), st.lists(st.text(max_size=10), max_size=3))
def test_any_scene_fits_its_budget_and_says_where_all_of_it_is(
    scene: Scene, budget: int, turns: list[str]
) -> None:
    def never(pattern: str, text: str) -> bool:
        return pattern == text

    moment = Moment(turns, matches=never)
    given = compiled(scene, words, moment, budget)
    assert given == compiled(scene, words, moment, budget)
    assert given.tokens <= budget
    known = [one.id for one in walk(scene.fields)]
    told = {span.field for span in given.spans}
    gone = [one.id for one in given.left_out]
    assert sorted([*told, *gone]) == sorted(known)
    bounds = words(given.text)
    for before, after in pairwise(given.spans):
        assert before.end + 1 == after.start  # one new line between them
    for span in given.spans:
        for begin, end in bounds[slice(*span.tokens)]:
            assert span.start < end <= span.end
            assert begin >= span.start - 1


def test_a_field_whose_wording_comes_to_nothing_is_not_told() -> None:
    """A role without a name has words and no line; its indent alone is no line either."""
    nameless = Field("role-1", Role(who="A pilot"))
    made = compiled(Scene(fields=(Field("scene-1", Child(), fields=(nameless,)),)), words)
    assert made.text == ""
    assert [(one.id, one.reason) for one in made.left_out] == [
        ("scene-1", "empty"),
        ("role-1", "empty"),
    ]


@pytest.mark.parametrize("shift", [0, 7])
def test_tokens_are_given_to_where_they_end(shift: int) -> None:
    text = "." * shift + compiled(HARBOUR, words).text
    bounds = words(text)
    spans = with_tokens(compiled(HARBOUR, words).spans, bounds, shift)
    assert spans[0].tokens[0] == 0
    assert spans[-1].tokens[1] == len(bounds)
    for before, after in pairwise(spans):
        assert before.tokens[1] == after.tokens[0]


def test_many_fields_deep_down_are_compiled_soon() -> None:
    scene = Scene()
    for number in range(300):
        parent = f"f{number - 60}" if number >= 60 else None
        text = f"Field {number} says a few words of its own."
        scene = edit.add(scene, Field(f"f{number}", FreeText(text)), parent)
    counted = 0

    def counting(text: str) -> list[tuple[int, int]]:
        nonlocal counted
        counted += 1
        return words(text)

    given = compiled(scene, counting, budget=1000)
    assert 900 < given.tokens <= 1000
    assert counted <= 4  # never once for each field
