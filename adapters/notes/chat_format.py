"""How a conversation and its answer look as tokens, exactly as chat itself writes them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal


@dataclass(frozen=True)
class Said:
    """One turn before an answer.

    The voice speaks as the assistant: what the owner of the notes wrote is the assistant's,
    and what others wrote is the user's.
    """

    role: Literal["user", "assistant"]
    text: str


@dataclass(frozen=True)
class ChatFormat:
    """The things that an example is made of.

    ``prompt`` gives the tokens from the beginning of a conversation, which the user begins and
    ends, to where the answer begins; ``encode`` those of the owner's text, in which nothing
    counts as a special token; ``end_of_turn`` closes an answer. ``opening`` are the tokens that
    the model begins any text with, of which many have none.
    """

    prompt: Callable[[Sequence[Said]], list[int]]
    encode: Callable[[str], list[int]]
    end_of_turn: int
    opening: tuple[int, ...] = ()

    def question(self, text: str) -> list[int]:
        """The prompt of a conversation that is this one question."""
        return self.prompt([Said("user", text)])

    def measure(self, text: str) -> int:
        return len(self.encode(text))


def chat_format(
    tokenizer: Any, prompt: Callable[[Sequence[Said]], list[int]], end_of_turn: int
) -> ChatFormat:
    """The format of a transformers tokenizer, with the prompt and the end that chat itself uses.

    ``prompt`` renders instruction and turns alone, up to and with the template's opening of the
    reply, and the answer's tokens are appended to it: so the number of its tokens is the
    exact place where learning begins. Rendering all and looking for the answer would not be,
    since a tokenizer may merge across the border.
    """
    specials = sorted(map(str, tokenizer.all_special_tokens), key=len, reverse=True)

    @lru_cache(maxsize=16)  # a note's own question is asked for its room, and for each fragment
    def tokens(turns: tuple[Said, ...]) -> tuple[int, ...]:
        return tuple(prompt([Said(one.role, _without(one.text, specials)) for one in turns]))

    def plain_prompt(turns: Sequence[Said]) -> list[int]:
        return list(tokens(tuple(turns)))

    def encode(text: str) -> list[int]:
        return list(tokenizer.encode(text, add_special_tokens=False, split_special_tokens=True))

    return ChatFormat(plain_prompt, encode, end_of_turn, tuple(tokenizer.encode("")))


def _without(text: str, specials: list[str]) -> str:
    """A text that holds a special token's name must not open or close a turn."""
    for special in specials:
        text = text.replace(special, "")
    return text
