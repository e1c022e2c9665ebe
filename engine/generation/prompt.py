"""From turns to tokens, by the model's own chat template."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
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

    def tokens_from(start: int) -> list[int]:
        return render(tokenizer, instruction, turns[start:])

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
    tokenizer: PreTrainedTokenizerBase, instruction: str, turns: Sequence[Turn]
) -> list[int]:
    """Tokens of the instruction, the turns and the opening of the reply.

    Names of special tokens are taken out of the texts: they would open or close a turn.
    """
    plain = [Turn(turn.author, _without_special(tokenizer, turn.text)) for turn in turns]
    instruction = _without_special(tokenizer, instruction)
    messages = _messages(instruction, plain, has_system_role(tokenizer))
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


def _without_special(tokenizer: PreTrainedTokenizerBase, text: str) -> str:
    for special in sorted(map(str, tokenizer.all_special_tokens), key=len, reverse=True):
        text = text.replace(special, "")
    return text


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


def _too_long(tokens: int, room: int) -> UserError:
    return UserError(
        phrase("errors", "The message is too long for this model."),
        phrase("errors", "It has {tokens} tokens and {room} fit.", tokens=tokens, room=room),
        phrase("errors", "Shorten it or send it in parts."),
    )
