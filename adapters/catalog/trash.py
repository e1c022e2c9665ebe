"""What lies in the trash, and emptying it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from adapters.catalog import vocabulary
from adapters.catalog.database import Catalog
from adapters.catalog.tables import ConversationRow, MessageRow, VoiceRow, VoiceVersionRow, now


@dataclass(frozen=True)
class Trash:
    """How much lies in the trash."""

    conversations: int
    voices: int


@dataclass(frozen=True)
class Trashed:
    """One thing in the trash; ``name`` is empty for a conversation without a title."""

    kind: Literal["conversation", "voice"]
    id: int
    name: str
    when: datetime


@dataclass(frozen=True)
class Emptied:
    """What was deleted for good; ``folders`` (below that of the voices) may go as well."""

    conversations: int
    voices: int
    folders: tuple[str, ...]


def contents(catalog: Catalog) -> Trash:
    with catalog.reading() as session:
        return Trash(_count(session, ConversationRow), _count(session, VoiceRow))


def items(catalog: Catalog, limit: int = 50) -> list[Trashed]:
    """What was moved to the trash last, the newest first."""
    talk, voice = ConversationRow, VoiceRow
    with catalog.reading() as session:
        talks = session.execute(_newest(talk.id, talk.title, talk.trashed, limit)).all()
        voices = session.execute(_newest(voice.id, voice.name, voice.trashed, limit)).all()
    found = [Trashed("conversation", *row) for row in talks]
    found += [Trashed("voice", *row) for row in voices]
    return sorted(found, key=lambda item: item.when, reverse=True)[:limit]


def emptied(catalog: Catalog, older_than: timedelta = timedelta()) -> Emptied:
    """Delete for good what was moved to the trash longer than ``older_than`` ago."""
    limit = now() - older_than
    with catalog.reading() as session:
        conversations = session.scalars(_old(ConversationRow, limit)).all()
        voices = session.scalars(_old(VoiceRow, limit)).all()
    # One session each: no one else has to wait for all of them.
    for conversation in conversations:
        _delete_conversation(catalog, conversation)
    folders = [folder for voice in voices for folder in _delete_voice(catalog, voice)]
    return Emptied(len(conversations), len(voices), tuple(folders))


def _newest(id_: Any, name: Any, when: Any, limit: int) -> Any:
    return select(id_, name, when).where(when.is_not(None)).order_by(when.desc()).limit(limit)


def _count(session: Session, table: Any) -> int:
    return session.scalars(select(func.count()).where(table.trashed.is_not(None))).one()


def _old(table: Any, limit: object) -> Any:
    return select(table.id).where(table.trashed.is_not(None), table.trashed <= limit)


def _still_trashed(session: Session, table: Any, id_: int) -> bool:
    """The owner may have taken it out again meanwhile."""
    return session.scalar(select(table.trashed).where(table.id == id_)) is not None


def _delete_conversation(catalog: Catalog, conversation: int) -> None:
    with catalog.session() as session:
        if not _still_trashed(session, ConversationRow, conversation):
            return
        own = MessageRow.conversation == conversation
        title = select(ConversationRow.title).where(ConversationRow.id == conversation)
        texts = [*session.scalars(select(MessageRow.text).where(own)), *session.scalars(title)]
        # The messages first and in one statement: their links to each other end together.
        session.execute(delete(MessageRow).where(own))
        session.execute(delete(ConversationRow).where(ConversationRow.id == conversation))
        vocabulary.forget(session, vocabulary.words_of(*texts))


def _delete_voice(catalog: Catalog, voice: int) -> list[str]:
    with catalog.session() as session:
        if not _still_trashed(session, VoiceRow, voice):
            return []
        paths = select(VoiceVersionRow.path).where(VoiceVersionRow.voice == voice)
        folders = list(session.scalars(paths))
        session.execute(delete(VoiceRow).where(VoiceRow.id == voice))
    return folders
