"""Whose turns are learned: those of the names chosen, and of teaching files the answers."""

import pytest

from adapters.notes.document import Document, Turn
from adapters.notes.owner import owner_in, why_silent


def talk(*speakers: str) -> Document:
    turns = tuple(Turn(speaker, "Frost came early.") for speaker in speakers)
    return Document("chat.txt/1", "Chat", "Frost came early.", 40, turns)


@pytest.mark.parametrize(
    ("speakers", "names", "owner"),
    [
        (("Ann", "Ben"), {"Ann"}, {"Ann"}),
        (("Ann", "Ben", "Annie"), {"Ann", "Annie", "A."}, {"Ann", "Annie"}),
        (("Ann", "Ben"), {"Cat"}, set()),
        (("Ann", "Ben"), set(), set()),
        (("user", "assistant"), set(), {"assistant"}),
        (("user", "assistant"), {"Ann"}, {"assistant"}),
        (("user", "assistant"), {"user"}, {"user"}),
        (("user", "assistant", "Ann"), set(), set()),
        (("user",), set(), set()),
    ],
)
def test_the_owner_in_a_conversation(
    speakers: tuple[str, ...], names: set[str], owner: set[str]
) -> None:
    assert owner_in(talk(*speakers), names) == owner


def test_a_conversation_waits_until_the_owner_says_who_they_are() -> None:
    assert str(why_silent(frozenset({"Ann", "Ben"}), set())) == (
        "a conversation: say who you are in it"
    )
    assert why_silent(frozenset({"Ann", "Ben"}), {"Ben"}) is None


def test_a_conversation_without_the_owner_is_left_out() -> None:
    why = why_silent(frozenset({"Ann", "Ben"}), {"Cat"})
    assert str(why) == "a conversation in which you say nothing"
