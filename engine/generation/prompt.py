"""From turns to tokens, by the model's own chat template."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from jinja2.exceptions import TemplateError
from transformers import PreTrainedTokenizerBase

from adapters.catalog.records import Author
from adapters.errors import UserError
from adapters.wording import phrase

ROLES = {"owner": "user", "assistant": "assistant"}
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
) -> Prompt:
    """The prompt for a reply to the last turn, which must be the owner's.

    ``max_tokens`` are kept free for the reply, at most half of the context. Raises
    ``UserError`` when the last turn alone does not fit.
    """
    if not turns or turns[-1].author != "owner":
        raise ValueError("the last turn is not the owner's")
    room = context_length - min(max_tokens, context_length // 2)
    starts = [at for at in _starts(turns) if at < len(turns)]
    tokens = render(tokenizer, instruction, turns)
    if len(tokens) <= room:
        return Prompt(tuple(tokens), 0)
    whole = len(tokens)
    step = max(room // STEP, 1)
    to_leave = -(-(whole - room) // step) * step
    for start in starts[1:]:
        tokens = render(tokenizer, instruction, turns[start:])
        if whole - len(tokens) >= to_leave or (start == starts[-1] and len(tokens) <= room):
            return Prompt(tuple(tokens), start)
    raise _too_long(len(tokens), room)


def render(
    tokenizer: PreTrainedTokenizerBase, instruction: str, turns: Sequence[Turn]
) -> list[int]:
    """Tokens of the instruction, the turns and the opening of the reply."""
    messages = _messages(instruction, turns, has_system_role(tokenizer))
    try:
        tokens = tokenizer.apply_chat_template(
            messages, add_generation_prompt=True, tokenize=True, return_dict=False
        )
    except TemplateError as error:
        raise UserError(
            phrase("errors", "The model cannot take this conversation."),
            phrase("errors", "Its chat template refuses it: {reason}", reason=str(error)),
            phrase("errors", "Begin a new conversation, or load another model."),
        ) from error
    return list(cast(list[int], tokens))


def has_system_role(tokenizer: PreTrainedTokenizerBase) -> bool:
    """Whether the template shows a system turn; some refuse it, some drop it silently."""
    messages = [{"role": "system", "content": PROBE}, {"role": "user", "content": "?"}]
    try:
        shown = tokenizer.apply_chat_template(messages, tokenize=False)
    except TemplateError:
        return False
    return PROBE in str(shown)


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


def _starts(turns: Sequence[Turn]) -> list[int]:
    """Where a conversation may begin: at a turn of the owner."""
    return [at for at, turn in enumerate(turns) if turn.author == "owner"]


def _too_long(tokens: int, room: int) -> UserError:
    return UserError(
        phrase("errors", "The message is too long for this model."),
        phrase("errors", "It has {tokens} tokens and {room} fit.", tokens=tokens, room=room),
        phrase("errors", "Shorten it or send it in parts."),
    )
