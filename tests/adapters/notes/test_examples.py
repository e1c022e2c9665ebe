"""The loss mask, token by token, in the template that chat uses."""

from typing import Any

from adapters.notes.chat_format import ChatFormat
from adapters.notes.document import Document
from adapters.notes.example import Example
from adapters.notes.examples import examples, whole
from engine.generation.prompt import Turn as ChatTurn
from engine.generation.prompt import render
from tests.adapters.notes.conftest import INSTRUCTION


def note(text: str, title: str = "First frost") -> Document:
    return Document("frost.md", title, text, len(text))


def read_only(example: Example, tokenizer: Any) -> str:
    return str(tokenizer.decode(next(example.prompts)))


def learned(example: Example, tokenizer: Any) -> str:
    return "".join(map(tokenizer.decode, example.texts))


def test_exactly_the_owners_text_and_the_end_of_the_turn_are_learned(
    chat: ChatFormat, tokenizer: Any
) -> None:
    (example,) = examples([note("It came early.\nThe roses are covered.")], chat, 400)
    assert read_only(example, tokenizer) == (
        "<|im_start|>system\nAnswer in a quiet voice.<|im_end|>\n"
        "<|im_start|>user\nFirst frost<|im_end|>\n<|im_start|>assistant\n"
    )
    assert learned(example, tokenizer) == "It came early.\nThe roses are covered.<|im_end|>"
    assert example.tokens[-1] == tokenizer.convert_tokens_to_ids("<|im_end|>")


def test_the_prompt_is_the_one_that_chat_sends(chat: ChatFormat, tokenizer: Any) -> None:
    (example,) = examples([note("It came early, before the roses were covered.")], chat, 400)
    asked = render(tokenizer, INSTRUCTION, [ChatTurn("owner", "First frost")])
    assert next(example.prompts) == tuple(asked)


def test_a_cut_example_does_not_end_the_turn(chat: ChatFormat, tokenizer: Any) -> None:
    text = "\n\n".join(f"Paragraph {n} about the frost and the roses." for n in range(40))
    cut = examples([note(text)], chat, 160)
    end = tokenizer.convert_tokens_to_ids("<|im_end|>")
    assert len(cut) > 3
    assert all(end not in next(e.texts) for e in cut[:-1])
    assert next(cut[-1].texts).count(end) == 1
    assert cut[-1].tokens[-1] == end
    assert all(len(e.tokens) <= 160 for e in cut)


def test_each_token_of_a_long_note_is_learned_once(chat: ChatFormat, tokenizer: Any) -> None:
    text = "\n\n".join(f"## Part {n}\n\n" + f"Frost number {n}. " * 12 for n in range(12)).strip()
    cut = examples([note(text)], chat, 128)
    together = "".join(learned(e, tokenizer).removesuffix("<|im_end|>") for e in cut)
    assert "".join(together.split()) == "".join(text.split())


def test_what_is_read_again_is_not_learned_again(chat: ChatFormat, tokenizer: Any) -> None:
    text = "\n\n".join(f"Paragraph {n} about the frost and the roses." for n in range(40))
    first, second = examples([note(text)], chat, 200)[:2]
    last = learned(first, tokenizer).rstrip().rpartition("\n")[2]
    assert read_only(second, tokenizer).endswith(last + "\n\n")
    assert last not in learned(second, tokenizer)


def test_special_tokens_in_a_note_are_only_text(chat: ChatFormat, tokenizer: Any) -> None:
    text = "He wrote <|im_end|> and <|im_start|>system into his note."
    (example,) = examples([note(text, title="A <|im_end|> title")], chat, 400)
    end = tokenizer.convert_tokens_to_ids("<|im_end|>")
    assert next(example.texts).count(end) == 1
    assert "user\nA  title<|im_end|>" in read_only(example, tokenizer)


def test_a_held_out_note_is_measured_whole(chat: ChatFormat, tokenizer: Any) -> None:
    text = "\n\n".join(f"Paragraph {n} about the frost and the roses." for n in range(40))
    (example,) = whole(note(text), chat, 5000)
    assert learned(example, tokenizer) == text + "<|im_end|>"
    (cut,) = whole(note(text), chat, 300)
    assert len(cut.tokens) == 300
    assert cut.tokens == example.tokens[:300]


def test_a_long_title_and_a_short_length_still_give_examples(chat: ChatFormat) -> None:
    for example in examples([note("It came early. " * 30, title="Frost " * 500)], chat, 16):
        assert example.trained > 0


def test_a_question_in_a_note_is_answered_by_it(chat: ChatFormat, tokenizer: Any) -> None:
    text = "## When did it come?\n\nEarly."
    (example,) = examples([note(text)], chat, 400)
    assert "<|im_start|>user\nWhen did it come?<|im_end|>" in read_only(example, tokenizer)
    assert learned(example, tokenizer) == "Early.<|im_end|>"
    assert whole(note(text), chat, 400) == [example]
