"""Chats from ShareGPT, ChatML and SillyTavern files, and those that Timbre has written."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from adapters.notes.owner import ASSISTANT, USER
from adapters.notes.readers import rows
from adapters.wording import phrase
from engine.chats.chat import Chat, Said
from engine.scene.format.reading import values_of
from engine.scene.format.refusal import UnreadableError

_SYSTEM = ("system", "developer")


def chats_in(data: bytes, title: str) -> tuple[Chat, ...]:
    """``title`` is for chats that have none. Raises ``UnreadableError``."""
    values = _values(data)
    if values and isinstance(values[0], dict) and is_silly(values):
        found = [_silly(values, title)]
    else:
        found = [chat for one in values if (chat := chat_in(one, title)) is not None]
    filled = tuple(chat for chat in found if chat.turns)
    if not filled:
        raise no_chat()
    return filled


def no_chat() -> UnreadableError:
    return UnreadableError(phrase("chats", "There is no chat in it."))


def _values(data: bytes) -> list[Any]:
    """The values of a list, of an object alone, or of the lines of JSONL."""
    try:
        whole = values_of(data)
    except UnreadableError:
        lines = [line for line in data.splitlines() if line.strip()]
        if len(lines) < 2:
            raise
        return [values_of(line) for line in lines]
    return whole if isinstance(whole, list) else [whole]


def is_silly(values: list[Any]) -> bool:
    """Whether the rows are the turns of one chat, as SillyTavern has them."""
    return "chat_metadata" in values[0] or any(
        isinstance(one, dict) and {"mes", "is_user"} <= one.keys() for one in values[:3]
    )


def _silly(values: list[Any], title: str) -> Chat:
    head = values[0]
    turns = (_silly_turn(one) for one in values if isinstance(one, dict) and "mes" in one)
    named = head.get("character_name")
    return Chat(named if isinstance(named, str) and named else title, tuple(filter(None, turns)))


def _silly_turn(row: dict[str, Any]) -> Said | None:
    text, name = row.get("mes"), row.get("name")
    if not isinstance(text, str) or not text.strip() or row.get("is_system") is True:
        return None
    own = row.get("is_user") is True
    speaker = name if isinstance(name, str) and name.strip() else USER if own else ASSISTANT
    return Said(speaker, text, own, _moment(row.get("send_date")))


def chat_in(row: Any, title: str) -> Chat | None:
    """One row of ShareGPT, ChatML or ours; None for what is none of them."""
    if not isinstance(row, dict):
        return None
    told = next((row[key] for key in ("messages", "conversations") if key in row), None)
    if isinstance(told, list):
        turns = tuple(_turns(told))
        instruction = "\n\n".join([*_instructions(row, told)])
    else:
        turns = tuple(
            Said(one.speaker, one.text, one.speaker == USER) for one in rows.talk_of(row) or ()
        )
        instruction = ""
    named, scene = row.get("title"), row.get("scene")
    title = named if isinstance(named, str) and named else title
    return Chat(title, turns, instruction, scene if isinstance(scene, dict) else None)


def _turns(told: list[Any]) -> Iterator[Said]:
    for row in told:
        message = rows.message_of(row) if isinstance(row, dict) else None
        if message is not None and message.text.strip():
            own = message.speaker == USER
            name = row.get("name")
            speaker = name if isinstance(name, str) and name.strip() else message.speaker
            yield Said(speaker, message.text, own, _moment(row.get("created")))


def _instructions(row: dict[str, Any], told: list[Any]) -> Iterator[str]:
    if isinstance(row.get("system"), str):
        yield row["system"]
    for one in told:
        if isinstance(one, dict) and str(one.get("role") or one.get("from")).lower() in _SYSTEM:
            text = one.get("content", one.get("value"))
            if isinstance(text, str) and text.strip():
                yield text


def _moment(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
