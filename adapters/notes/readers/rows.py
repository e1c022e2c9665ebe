"""What one JSON object of a chat or of a file made for teaching says.

Telegram's messages, those of ChatML (role, content) and ShareGPT (from, value), and the rows
of Alpaca (instruction, input, output) and its like. Roles get one name each.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from adapters.notes.conversation import Message
from adapters.notes.owner import ASSISTANT, USER

_ROLES = {
    **dict.fromkeys(("user", "human", "prompter"), USER),
    **dict.fromkeys(("assistant", "gpt", "chatgpt", "bot", "model", "ai"), ASSISTANT),
}
_INSTRUCTIONS = ("system", "tool", "function", "developer")
_TALKS = ("messages", "conversations", "conversation")
_ASKED_AND_ANSWERED = (
    ("instruction", "output"),
    ("prompt", "completion"),
    ("prompt", "response"),
    ("question", "answer"),
)


def talk_of(row: Mapping[str, Any]) -> list[Message] | None:
    """The messages of a row that holds a whole conversation; None for any other."""
    for key in _TALKS:
        if isinstance(row.get(key), list):
            return list(messages_of(row[key]))
    for asked, answered in _ASKED_AND_ANSWERED:
        if isinstance(row.get(asked), str) and isinstance(row.get(answered), str):
            question = "\n\n".join(filter(None, (row[asked], _text(row.get("input")))))
            return [Message(USER, question), Message(ASSISTANT, row[answered])]
    return None


def messages_of(rows: Sequence[Any]) -> Iterator[Message]:
    for row in rows:
        if isinstance(row, dict) and (message := message_of(row)):
            yield message


def message_of(row: Mapping[str, Any]) -> Message | None:
    """One turn; None for what nobody said: service messages, instructions, calls of tools."""
    if "date" in row:
        return _of_telegram(row)
    speaker = _text(row.get("role") or row.get("from"))
    if not speaker or speaker.lower() in _INSTRUCTIONS:
        return None
    text = _text(next((row[key] for key in ("content", "value", "text") if key in row), ""))
    return Message(_ROLES.get(speaker.lower(), speaker), text)


def _of_telegram(row: Mapping[str, Any]) -> Message | None:
    if row.get("type") != "message":
        return None
    # What someone passes on are not their words.
    speaker = _text(row.get("forwarded_from")) if "forwarded_from" in row else ""
    return Message(
        speaker or _text(row.get("from")) or "?", _text(row.get("text")), _when(row.get("date"))
    )


def _text(value: object) -> str:
    """A text, or the texts of a list of pieces (Telegram's entities, ChatML's parts)."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        pieces = (one.get("text", "") if isinstance(one, dict) else one for one in value)
        return "".join(piece for piece in pieces if isinstance(piece, str))
    return ""


def _when(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value)).replace(tzinfo=None)
    except ValueError:
        return None
