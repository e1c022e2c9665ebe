"""A chat as Markdown for people, and as JSON that other programs read as well."""

import json
from typing import Any

from engine.chats.chat import Chat, Said


def markdown(chat: Chat) -> str:
    """A heading, then each turn under the name of who spoke."""
    parts = [f"# {' '.join(chat.title.split())}"] if chat.title.strip() else []
    parts += [f"**{turn.speaker}:**\n\n{turn.text.strip()}" for turn in chat.turns]
    return "\n\n".join(parts) + "\n"


def as_json(chat: Chat) -> str:
    """Messages with role and content, as ChatML has them, who spoke, and the scene, if any.

    ``reading`` reads all of it.
    """
    told = [{"role": "system", "content": chat.instruction}] if chat.instruction else []
    values: dict[str, Any] = {
        "title": chat.title,
        "messages": [*told, *map(_message, chat.turns)],
    }
    if chat.scene is not None:
        values["scene"] = chat.scene
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _message(turn: Said) -> dict[str, Any]:
    message: dict[str, Any] = {
        "role": "user" if turn.owner else "assistant",
        "name": turn.speaker,
        "content": turn.text,
    }
    return message | ({"created": turn.when.isoformat()} if turn.when else {})
