"""Some fragments are learned as texts that go on, and some answer a question that was written."""

from typing import Any

import pytest

from adapters.notes.chat_format import ChatFormat
from adapters.notes.document import Document
from adapters.notes.example import Example
from adapters.notes.examples import examples, unasked
from adapters.notes.mix import ANSWERS, MIXED, Mix, key_of

CONTINUED = Mix(1.0, 1.0)
LONG = "\n\n".join(f"Paragraph {n} about the frost and the roses." for n in range(12))
LENGTH = 120


def note(text: str, title: str = "First frost") -> Document:
    return Document("frost.md", title, text, len(text))


def whole(example: Example, tokenizer: Any) -> str:
    return str(tokenizer.decode(list(example.tokens)))


def test_a_continuation_is_the_text_alone(chat: ChatFormat, tokenizer: Any) -> None:
    (example,) = examples([note("It came early.")], chat, 400, mix=CONTINUED)
    assert whole(example, tokenizer) == "It came early."
    assert example.asked == "nobody"
    assert list(example.prompts) == []
    assert example.trained == len(example.tokens) - 1  # the first follows nothing


def test_a_continuation_reads_what_the_note_said_before(chat: ChatFormat, tokenizer: Any) -> None:
    first, second, *_ = examples([note(LONG)], chat, LENGTH, mix=CONTINUED)
    assert first.read_only == 1
    read = str(tokenizer.decode(list(second.tokens[: second.read_only])))
    assert read
    assert read in LONG
    assert len(second.tokens) <= LENGTH


def test_what_has_a_question_is_known(chat: ChatFormat) -> None:
    made = examples([note(LONG)], chat, LENGTH, mix=Mix(1.0, 0.0))
    assert [one.asked for one in made] == ["title", *["nobody"] * (len(made) - 1)]
    dated = examples([note("It came early.", "2024-11-03")], chat, LENGTH, mix=Mix(1.0, 0.0))
    assert [one.asked for one in dated] == ["nobody"]


def test_what_is_drawn_is_near_the_shares_and_always_the_same(chat: ChatFormat) -> None:
    notes = [note(f"It came early in the year {n}.") for n in range(400)]
    made = examples(notes, chat, 400, mix=Mix(0.0, 0.3))
    share = sum(one.asked == "nobody" for one in made) / len(made)
    assert share == pytest.approx(0.3, abs=0.07)
    assert examples(notes, chat, 400, mix=Mix(0.0, 0.3)) == made


def test_the_usual_mix_has_both_kinds(chat: ChatFormat) -> None:
    notes = [note(f"It came early in the year {n}.") for n in range(40)]
    made = examples(notes, chat, 400, mix=MIXED)
    assert {one.asked for one in made} == {"title", "nobody"}
    assert {one.asked for one in examples(notes, chat, 400, mix=ANSWERS)} == {"title"}


def test_a_written_question_is_answered_by_the_fragment_alone(
    chat: ChatFormat, tokenizer: Any
) -> None:
    fragment = next(unasked(note(LONG), chat, LENGTH))
    written = {key_of(fragment.text): "What do the roses do?"}
    made = examples([note(LONG)], chat, LENGTH, mix=Mix(1.0, 0.0, written))
    (answered,) = [one for one in made if one.asked == "model"]
    (prompt,) = answered.prompts
    assert list(prompt) == chat.question("What do the roses do?")
    assert str(tokenizer.decode(next(answered.texts))).startswith(fragment.text)


def test_a_question_is_not_written_over_the_notes_own(chat: ChatFormat) -> None:
    text = "It came early."
    mix = Mix(0.0, 0.0, {key_of(text): "What came?"})
    assert [one.asked for one in examples([note(text)], chat, 400, mix=mix)] == ["title"]
