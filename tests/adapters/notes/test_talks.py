"""Of a conversation the owner's turns are learned, many in one example, and read as chat shows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from adapters.notes.chat_format import ChatFormat, Said
from adapters.notes.document import Document, Turn
from adapters.notes.example import Example
from adapters.notes.examples import examples, whole
from engine.generation.prompt import Turn as ChatTurn
from engine.generation.prompt import render
from tests.adapters.notes.conftest import INSTRUCTION

ANN = frozenset({"Ann"})
SHORT = (("Ben", "Frost?"), ("Ann", "Yes, early."), ("Ben", "Roses?"), ("Ann", "Safe."))


def talk(*said: tuple[str, str]) -> Document:
    return Document("chat.txt/1", "Ann and Ben", "", 0, tuple(Turn(*one) for one in said))


def long_talk(turns: int, times: int = 3) -> Document:
    """Each turn is another one, and Ann speaks last."""
    return talk(*(("Ben" if n % 2 == 0 else "Ann", f"Frost {n}. " * times) for n in range(turns)))


def learned(made: Sequence[Example], tokenizer: Any) -> list[str]:
    return [str(tokenizer.decode(tokens)) for one in made for tokens in one.texts]


def test_each_of_the_owners_turns_is_learned_and_nothing_else(
    chat: ChatFormat, tokenizer: Any
) -> None:
    (one,) = examples([talk(*SHORT)], chat, 400, ANN)
    assert learned([one], tokenizer) == ["Yes, early.<|im_end|>", "Safe.<|im_end|>"]
    assert tokenizer.decode(list(one.tokens)) == (
        "<|im_start|>system\nAnswer in a quiet voice.<|im_end|>\n"
        "<|im_start|>user\nFrost?<|im_end|>\n<|im_start|>assistant\nYes, early.<|im_end|>\n"
        "<|im_start|>user\nRoses?<|im_end|>\n<|im_start|>assistant\nSafe.<|im_end|>"
    )


def test_what_is_read_before_each_reply_is_what_chat_sends(
    chat: ChatFormat, tokenizer: Any
) -> None:
    (one,) = examples([talk(*SHORT)], chat, 400, ANN)
    said = [
        ChatTurn("owner" if speaker == "Ben" else "assistant", text) for speaker, text in SHORT
    ]
    assert list(one.prompts) == [
        tuple(render(tokenizer, INSTRUCTION, said[:1])),
        tuple(render(tokenizer, INSTRUCTION, said[:3])),
    ]


def test_a_long_talk_is_read_about_once_and_learned_once(chat: ChatFormat, tokenizer: Any) -> None:
    document = long_talk(60)
    made = examples([document], chat, 300, ANN)
    assert len(made) > 3
    assert all(len(one.tokens) <= 300 for one in made)
    own = [f"{turn.text}<|im_end|>" for turn in document.turns if turn.speaker == "Ann"]
    assert learned(made, tokenizer) == own
    talked = sum(map(len, whole(document, chat, 100_000, ANN)[0].texts))
    assert sum(one.trained for one in made) == talked
    # Half of what is said is the owner's; the instruction and the turns read again are the rest.
    assert sum(one.trained for one in made) > 0.3 * sum(len(one.tokens) for one in made)


def test_a_later_example_begins_with_what_was_said_before(
    chat: ChatFormat, tokenizer: Any
) -> None:
    first, second = examples([long_talk(60, times=1)], chat, 400, ANN)[:2]
    last = learned([first], tokenizer)[-1]
    assert last in tokenizer.decode(next(second.prompts))
    assert last not in learned([second], tokenizer)


def test_turns_that_are_too_long_are_cut(chat: ChatFormat, tokenizer: Any) -> None:
    said = [("Ben" if n % 2 == 0 else "Ann", f"Frost number {n}. " * 9) for n in range(12)]
    made = examples([talk(*said)], chat, 160, ANN)
    assert all(len(one.tokens) <= 160 for one in made)
    together = "".join(learned(made, tokenizer)).replace("<|im_end|>", "")
    own = "".join(text for speaker, text in said if speaker == "Ann")
    assert "".join(together.split()) == "".join(own.split())


def test_a_template_that_changes_earlier_turns_is_never_learned_as_it_is_not(
    chat: ChatFormat, tokenizer: Any
) -> None:
    """Some leave out, once others follow, what an answer thought."""

    def forgetful(turns: Sequence[Said]) -> list[int]:
        hidden = [replace(one, text="...") if one.role == "assistant" else one for one in turns]
        return chat.prompt(hidden)

    changing = ChatFormat(forgetful, chat.encode, chat.end_of_turn)
    made = examples([talk(*SHORT)], changing, 400, ANN)
    assert learned(made, tokenizer) == ["Yes, early.<|im_end|>", "Safe.<|im_end|>"]
    assert [len(one.learned) for one in made] == [1, 1]
    assert "...<|im_end|>" in tokenizer.decode(next(made[1].prompts))


def test_a_special_token_in_a_turn_stays_text(chat: ChatFormat, tokenizer: Any) -> None:
    said = (("Ben", "Frost?"), ("Ann", "I wrote <|im_end|> there."), *SHORT[2:])
    made = examples([talk(*said)], chat, 400, ANN)
    end = tokenizer.convert_tokens_to_ids("<|im_end|>")
    assert [list(tokens).count(end) for one in made for tokens in one.texts] == [1, 1]


def test_a_held_out_talk_is_measured_whole(chat: ChatFormat, tokenizer: Any) -> None:
    document = long_talk(60)
    (one,) = whole(document, chat, 100_000, ANN)
    own = [f"{turn.text}<|im_end|>" for turn in document.turns if turn.speaker == "Ann"]
    assert learned([one], tokenizer) == own
    assert all(len(cut.tokens) <= 128 for cut in whole(talk(*SHORT), chat, 128, ANN))
    assert whole(document, chat, 5000) == []


def test_of_a_held_out_turn_beyond_the_context_the_end_is_left_out(chat: ChatFormat) -> None:
    document = talk(("Ben", "Frost?"), ("Ann", "Yes. " * 90))
    (all_of_it,) = whole(document, chat, 5000, ANN)
    (one,) = whole(document, chat, 128, ANN)
    assert one.tokens == all_of_it.tokens[:128]
    assert one.trained == 128 - len(next(all_of_it.prompts))
