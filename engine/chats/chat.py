"""A conversation apart from the catalog: who said what, in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

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
    """``instruction`` is what the assistant was told before."""

    title: str
    turns: tuple[Said, ...]
    instruction: str = ""


def chat_of(conversation: Conversation, messages: Sequence[Message], you: str) -> Chat:
    """A conversation of the catalog, of which ``messages`` are one branch.

    ``you`` is what the owner is called; a reply bears its voice's name, else its model's.
    """
    turns = (
        Said(
            you if one.author == "owner" else one.voice_name or one.model_name or "Timbre",
            one.text,
            one.author == "owner",
            one.created,
        )
        for one in messages
    )
    return Chat(conversation.title, tuple(turns), conversation.instruction)
