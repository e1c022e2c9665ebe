"""From turns to tokens, by the model's own chat template."""

import json
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transformers import PreTrainedTokenizerBase

from adapters.catalog.records import Author
from adapters.errors import UserError
from adapters.wording import phrase
from engine.chat_template.renderer import RENDERER, TemplateRefusedError

ROLES: Mapping[Author, str] = {"owner": "user", "assistant": "assistant"}
# When the context is full, turns leave in steps of this share of it: if each new turn moved
# the beginning, nothing computed for the conversation could ever be used again.
STEP = 4
PROBE = "Timbre asks whether this is shown."


@dataclass(frozen=True)
class Turn:
    author: Author
    text: str


@dataclass(frozen=True)
class Prompt:
    tokens: tuple[int, ...]
    left_out: int  # the oldest turns that did not fit


def build(
    tokenizer: PreTrainedTokenizerBase,
    instruction: str,
    turns: Sequence[Turn],
    context_length: int,
    max_tokens: int,
    opening: str = "",
) -> Prompt:
    """The prompt for a reply to the last turn, which must be the owner's.

    The reply goes on from ``opening``. ``max_tokens`` are kept free for it, at most half of the
    context. Raises ``UserError`` when the last turn alone does not fit.
    """
    if not turns or turns[-1].author != "owner":
        raise ValueError("the last turn is not the owner's")
    room = context_length - min(max_tokens, context_length // 2)

    def tokens_from(start: int) -> list[int]:
        return render(tokenizer, instruction, turns[start:], opening)

    tokens = tokens_from(0)
    if len(tokens) <= room:
        return Prompt(tuple(tokens), 0)
    start = _first_start(turns, len(tokens), room, tokens_from)
    tokens = tokens_from(start)
    if len(tokens) > room:
        raise _too_long(len(tokens), room)
    return Prompt(tuple(tokens), start)


def _first_start(
    turns: Sequence[Turn], whole: int, room: int, tokens_from: Callable[[int], list[int]]
) -> int:
    """Where the conversation begins once enough of its oldest turns have left.

    At a turn of the owner, so that no answer stands without its question; at the last turn
    when even that is not enough.
    """
    starts = [at for at, turn in enumerate(turns) if turn.author == "owner"]
    step = max(room // STEP, 1)
    to_leave = -(-(whole - room) // step) * step
    found = bisect_left(starts, to_leave, key=lambda at: whole - len(tokens_from(at)))
    return starts[min(found, len(starts) - 1)]


def render(
    tokenizer: PreTrainedTokenizerBase,
    instruction: str,
    turns: Sequence[Turn],
    opening: str = "",
) -> list[int]:
    """Tokens of the instruction, the turns and the opening of the reply.

    Names of special tokens are taken out of the texts: they would open or close a turn.
    """
    plain = [Turn(turn.author, without_special(tokenizer, turn.text)) for turn in turns]
    instruction = without_special(tokenizer, instruction)
    messages = _messages(instruction, plain, has_system_role(tokenizer))
    try:
        text = _written(tokenizer, messages, opening=True)
    except TemplateRefusedError as error:
        raise UserError(
            phrase("errors", "The model cannot take this conversation."),
            phrase("errors", "Its chat template refuses it: {reason}", reason=str(error)),
            phrase("errors", "Begin a new conversation, or load another model."),
        ) from error
    text += without_special(tokenizer, opening)
    return list(tokenizer(text, add_special_tokens=False)["input_ids"])


def end_of_turn(tokenizer: PreTrainedTokenizerBase) -> int:
    """The token that the chat template writes after an answer; else the end-of-text token."""
    turns = [{"role": "user", "content": "?"}, {"role": "assistant", "content": PROBE}]
    try:
        tail = _written(tokenizer, turns, opening=False).rpartition(PROBE)[2]
    except TemplateRefusedError:
        tail = ""
    special = set(tokenizer.all_special_ids)
    found = tokenizer.encode(tail, add_special_tokens=False)
    return int(next((token for token in found if token in special), tokenizer.eos_token_id))


def _written(
    tokenizer: PreTrainedTokenizerBase, messages: Sequence[Mapping[str, str]], opening: bool
) -> str:
    template = tokenizer.get_chat_template()
    return RENDERER.render(template, messages, opening, tokenizer.special_tokens_map)


def without_special(tokenizer: PreTrainedTokenizerBase, text: str) -> str:
    """Without the names of special tokens, also those that only taking one out puts together."""
    names = sorted(map(str, tokenizer.all_special_tokens), key=len, reverse=True)
    while any(name in text for name in names):
        for name in names:
            text = text.replace(name, "")
    return text


def beginning(tokenizer: PreTrainedTokenizerBase, instruction: str) -> tuple[str, int]:
    """What every prompt with this instruction begins with, and where in it the instruction stands.

    A template that writes the instruction otherwise than it is gives the instruction alone.
    """
    turns = [Turn("owner", PROBE)]
    messages = _messages(instruction, turns, has_system_role(tokenizer))
    try:
        text = _written(tokenizer, messages, opening=True)
    except TemplateRefusedError:
        return instruction, 0
    at = text.find(instruction)
    return (text[: at + len(instruction)], at) if at >= 0 else (instruction, 0)


def has_system_role(tokenizer: PreTrainedTokenizerBase) -> bool:
    """Whether the template shows a system turn; some refuse it, some drop it silently."""
    return _shows_system(
        tokenizer.get_chat_template(), json.dumps(tokenizer.special_tokens_map, default=str)
    )


@lru_cache(maxsize=8)
def _shows_system(template: str, special_tokens: str) -> bool:
    """Asked again with each prompt; a template's answer is always the same."""
    messages = [{"role": "system", "content": PROBE}, {"role": "user", "content": "?"}]
    try:
        return PROBE in RENDERER.render(template, messages, False, json.loads(special_tokens))
    except TemplateRefusedError:
        return False


def _messages(instruction: str, turns: Sequence[Turn], system_role: bool) -> list[dict[str, str]]:
    """The instruction is always sent, even an empty one: templates put in their own otherwise."""
    messages: list[dict[str, str]] = []
    for turn in turns:
        role = ROLES[turn.author]
        if messages and messages[-1]["role"] == role:
            messages[-1]["content"] += "\n\n" + turn.text  # templates want the roles to alternate
        else:
            messages.append({"role": role, "content": turn.text})
    if system_role:
        return [{"role": "system", "content": instruction}, *messages]
    if instruction:
        messages[0]["content"] = f"{instruction}\n\n{messages[0]['content']}"
    return messages


def _too_long(tokens: int, room: int) -> UserError:
    return UserError(
        phrase("errors", "The message is too long for this model."),
        phrase("errors", "It has {tokens} tokens and {room} fit.", tokens=tokens, room=room),
        phrase("errors", "Shorten it or send it in parts."),
    )
