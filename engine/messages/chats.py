"""What can be asked about conversations as files, and what comes back."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.messages.commands import Command, Lane

ChatForm = Literal["markdown", "json"]


@dataclass(frozen=True)
class ExportChat(Command):
    """Write the branch on screen of a conversation to ``path``. Result: ``ChatExported``.

    ``you`` is what the owner is called in it. A file that is there is replaced only where
    ``replace`` says so.
    """

    conversation: int
    form: ChatForm
    path: str
    you: str
    replace: bool = False
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class ImportChats(Command):
    """Make conversations of the chats in a JSON or JSONL file. Result: ``ChatsImported``."""

    path: str
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class ChatExported:
    conversation: int
    title: str
    path: str
    bytes: int


@dataclass(frozen=True)
class ChatImported:
    """A conversation that is new."""

    conversation: int
    title: str
    messages: int


@dataclass(frozen=True)
class ChatsImported:
    path: str
    chats: tuple[ChatImported, ...]
