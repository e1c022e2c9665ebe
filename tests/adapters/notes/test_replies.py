"""A conversation as chat shows it, and what of it stands before a turn of the owner's."""

from dataclasses import replace

from adapters.notes.chat_format import ChatFormat, Said
from adapters.notes.document import Document, Turn
from adapters.notes.replies import as_chat, shortened

LETTERS = ChatFormat(lambda _: [], lambda text: list(text.encode()), 0)


def talk(*said: tuple[str, str]) -> Document:
    return Document("chat", "Ann and Ben", "", 0, tuple(Turn(*one) for one in said))


def user(text: str) -> Said:
    return Said("user", text)


def model(text: str) -> Said:
    return Said("assistant", text)


def test_the_owner_speaks_as_the_model_and_ends_the_talk() -> None:
    document = talk(("Ben", "Frost?"), ("Ann", "Yes."), ("Ben", "Roses?"), ("Ann", "Covered."))
    said = [user("Frost?"), model("Yes."), user("Roses?"), model("Covered.")]
    assert as_chat(document, {"Ann"}) == said
    more = replace(document, turns=(*document.turns, Turn("Ben", "Good.")))
    assert as_chat(more, {"Ann"}) == said


def test_who_opens_the_talk_answers_its_title() -> None:
    document = talk(("Ann", "Frost tonight."), ("Ben", "Roses?"), ("Ann", "Covered."))
    assert as_chat(document, {"Ann"})[:2] == [user("Ann and Ben"), model("Frost tonight.")]


def test_several_others_are_named_and_speak_as_one() -> None:
    document = talk(("Ben", "Frost?"), ("Cat", "Surely."), ("Ann", "Yes."))
    assert as_chat(document, {"Ann"}) == [user("Ben: Frost?\nCat: Surely."), model("Yes.")]


def test_two_names_of_the_owner_are_one_person() -> None:
    document = talk(("Ben", "Frost?"), ("Ann", "Yes."), ("Anna", "Early."), ("Ben", "Oh."))
    assert as_chat(document, {"Ann", "Anna"}) == [user("Frost?"), model("Yes.\nEarly.")]


def test_the_oldest_leaves_first_and_a_user_begins() -> None:
    before = [user("a" * 20), model("b" * 20), user("c" * 20), model("d" * 20), user("e" * 20)]
    assert shortened(before, 1000, LETTERS) == tuple(before)
    assert shortened(before, 130, LETTERS) == tuple(before[2:])
    assert shortened(before, 60, LETTERS) == tuple(before[4:])


def test_of_a_last_turn_that_does_not_fit_the_end_is_kept() -> None:
    (one,) = shortened([user("a" * 500 + "the end")], 60, LETTERS)
    assert one.text.endswith("the end")
    assert len(one.text) <= 52
    assert shortened([user("a" * 500)], 3, LETTERS) == (user(""),)
