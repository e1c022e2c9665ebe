"""Conversations leave as files, and come from the files of other programs."""

import logging
from collections.abc import Generator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from adapters.catalog import brought_chats, conversations, messages
from adapters.catalog.brought_chats import BroughtChat, BroughtTurn
from adapters.catalog.records import Conversation
from adapters.errors import UserError
from adapters.notes.owner import ASSISTANT, USER
from adapters.voice.exchange.whole import whole_file
from adapters.wording import Phrase, phrase
from engine import scene_store
from engine.chats import writing
from engine.chats.chat import Chat, Said, chat_of
from engine.chats.opening import open_chats
from engine.jobs.shared import Shared
from engine.messages import Preparing, Update
from engine.messages.chats import (
    ChatExported,
    ChatImported,
    ChatsImported,
    ExportChat,
    ImportChats,
)
from engine.scene.format.encode import values_of

log = logging.getLogger(__name__)

_WRITERS = {"markdown": writing.markdown, "json": writing.as_json}
_NOBODY = (ASSISTANT, USER)  # names of roles, not of anybody


def export_chat(shared: Shared, command: ExportChat) -> Generator[Update, None, ChatExported]:
    """Write one branch, the one on screen. Raises ``UserError``."""
    yield Preparing(phrase("progress", "Writing the conversation"))
    found = _found(shared, command.conversation)
    path = Path(command.path).expanduser().absolute()
    _check_place(path, command.replace)
    said = messages.thread(shared.catalog, found.id)
    chat = chat_of(found, said, command.you, _scene_of(shared, found))
    data = _WRITERS[command.form](chat).encode()
    try:
        with whole_file(path) as file:
            file.write(data)
    except OSError as error:
        why = phrase("errors", "The system says: {error}.", error=error.strerror or str(error))
        step = phrase("errors", "Choose another place, or make some space there.")
        raise _not_written(path, why, step) from error
    return ChatExported(found.id, found.title, str(path), len(data))


def import_chats(shared: Shared, command: ImportChats) -> Generator[Update, None, ChatsImported]:
    """Take in all chats of a file, or none where one cannot be read. Raises ``UserError``.

    Each is kept in a transaction of its own, so that the owner can write meanwhile; who stops
    it keeps those that are there, each whole.
    """
    path = Path(command.path).expanduser().absolute()
    total = 0
    stage = phrase("progress", "Reading the conversations")
    yield Preparing(stage)
    for _ in open_chats(path):
        total += 1
        yield Preparing(stage)
    made: list[ChatImported] = []
    begun = datetime.now(UTC)
    for number, chat in enumerate(open_chats(path)):
        # The first of the file is the newest, as lists show them.
        moment = begun - timedelta(microseconds=number)
        id = brought_chats.take_in(shared.catalog, _brought(chat), moment)
        made.append(ChatImported(id, chat.title, len(chat.turns)))
        yield Preparing(phrase("progress", "Keeping the conversations"), len(made) / total)
    return ChatsImported(str(path), tuple(made))


def _brought(chat: Chat) -> BroughtChat:
    return BroughtChat(
        " ".join(chat.title.split()), chat.instruction, [_turn(one) for one in chat.turns]
    )


def _turn(said: Said) -> BroughtTurn:
    """The owner of the chat is the owner here; whoever else spoke keeps the name."""
    name = None if said.owner or said.speaker in _NOBODY else said.speaker
    return BroughtTurn("owner" if said.owner else "assistant", said.text, name, _utc(said.when))


def _utc(when: datetime | None) -> datetime | None:
    """A time without a zone is that of this place."""
    try:
        return when.astimezone(UTC) if when else None
    except (OverflowError, ValueError):  # before the first year that the calendar has
        return None


def _found(shared: Shared, conversation: int) -> Conversation:
    try:
        return conversations.get(shared.catalog, conversation)
    except LookupError as error:
        raise UserError(
            phrase("errors", "There is no conversation {number}.", number=conversation),
            phrase("errors", "It was deleted for good, or never was."),
            phrase("errors", "Choose one from the list of conversations."),
        ) from error


def _scene_of(shared: Shared, conversation: Conversation) -> Mapping[str, Any] | None:
    """What the conversation is played in, whole: others do not have the scenes that it names."""
    if (id := conversation.scene) is None:
        return None
    try:
        scene = scene_store.open_kept(shared.catalog, id)
        return values_of(scene_store.whole(shared.catalog, scene, id))
    except UserError as error:
        log.warning("The scene of conversation %d is left out: %s", conversation.id, error)
        return None


def _check_place(path: Path, replace: bool) -> None:
    if path.is_dir() or (path.exists() and not replace):
        why = phrase("errors", "There is something of that name already.")
        raise _not_written(path, why, phrase("errors", "Choose another name."))
    if not path.parent.is_dir():
        why = phrase("errors", "There is no folder “{folder}”.", folder=str(path.parent))
        raise _not_written(path, why, phrase("errors", "Choose another place."))


def _not_written(path: Path, why: Phrase, next_step: Phrase) -> UserError:
    what = phrase("errors", "The conversation was not written to “{name}”.", name=path.name)
    return UserError(what, why, next_step)
