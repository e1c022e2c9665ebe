"""A conversation apart from the catalog: who said what, in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from adapters.catalog.records import Conversation, Message


@dataclass(frozen=True)
class Said:
    """One turn; ``owner`` where it is that of the person whose chat it is."""

    speaker: str
    text: str
    owner: bool = False
    when: datetime | None = None


@dataclass(frozen=True)
class Chat:
    """``instruction`` is what the assistant was told before; ``scene`` holds the values of the
    scene's file, where it was played in one."""

    title: str
    turns: tuple[Said, ...]
    instruction: str = ""
    scene: Mapping[str, Any] | None = None


def chat_of(
    conversation: Conversation,
    messages: Sequence[Message],
    you: str,
    scene: Mapping[str, Any] | None = None,
) -> Chat:
    """A conversation of the catalog, of which ``messages`` are one branch.

    ``you`` is what the owner is called; whoever had a role in a scene bears its name.
    """
    turns = (
        Said(_speaker(one, you), one.text, one.author == "owner", one.created) for one in messages
    )
    return Chat(conversation.title, tuple(turns), conversation.instruction, scene)


def _speaker(message: Message, you: str) -> str:
    """Of a reply without a role it is its voice's name, else its model's."""
    if message.role_name:
        return message.role_name
    if message.author == "owner":
        return you
    return message.voice_name or message.model_name or "Timbre"
