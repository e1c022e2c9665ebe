"""How a question and its answer look as tokens, exactly as chat itself writes them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_MARK = "the answer"


@dataclass(frozen=True)
class ChatFormat:
    """The three things that an example is made of.

    ``prompt`` gives the tokens from the beginning of the conversation to where the answer
    to a question begins; ``encode`` those of the owner's text, in which nothing counts as a
    special token; ``end_of_turn`` closes an answer.
    """

    prompt: Callable[[str], list[int]]
    encode: Callable[[str], list[int]]
    end_of_turn: int

    def measure(self, text: str) -> int:
        return len(self.encode(text))


def chat_format(tokenizer: Any, prompt: Callable[[str], list[int]]) -> ChatFormat:
    """The format of a transformers tokenizer; ``prompt`` is the one that chat itself uses.

    It renders instruction and question alone, up to and with the template's opening of the
    reply, and the answer's tokens are appended to it: so the number of its tokens is the
    exact place where learning begins. Rendering all and looking for the answer would not be,
    since a tokenizer may merge across the border.
    """
    specials = sorted(map(str, tokenizer.all_special_tokens), key=len, reverse=True)

    def plain_prompt(question: str) -> list[int]:
        return list(prompt(_without(question, specials)))

    def encode(text: str) -> list[int]:
        return list(tokenizer.encode(text, add_special_tokens=False, split_special_tokens=True))

    return ChatFormat(plain_prompt, encode, end_of_turn(tokenizer))


def end_of_turn(tokenizer: Any) -> int:
    """The token that the chat template writes after an answer; else the end-of-text token."""
    turns = [{"role": "user", "content": "?"}, {"role": "assistant", "content": _MARK}]
    text = tokenizer.apply_chat_template(turns, tokenize=False)
    tail = tokenizer.encode(text.rpartition(_MARK)[2], add_special_tokens=False)
    special = set(tokenizer.all_special_ids)
    return int(next((t for t in tail if t in special), tokenizer.eos_token_id))


def _without(text: str, specials: list[str]) -> str:
    """A title that holds a special token's name must not open or close a turn."""
    for special in specials:
        text = text.replace(special, "")
    return text
