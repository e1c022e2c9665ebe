"""What lies in the trash, and emptying it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from adapters.catalog import vocabulary
from adapters.catalog.conversation_tables import ConversationRow, MessageRow
from adapters.catalog.database import Catalog
from adapters.catalog.tables import BlendRow, RunRow, VoiceRow, VoiceVersionRow, now

Kind = Literal["conversation", "voice", "run", "blend"]


@dataclass(frozen=True)
class Trash:
    """How much lies in the trash."""

    conversations: int
    voices: int
    runs: int
    blends: int = 0


@dataclass(frozen=True)
class Trashed:
    """One thing in the trash; ``name`` is empty for a conversation without a title."""

    kind: Kind
    id: int
    name: str
    when: datetime


@dataclass(frozen=True)
class Emptied:
    """What was deleted for good.

    The ``folders`` below that of the voices may go as well, and the checkpoints of ``runs``.
    """

    conversations: int
    voices: int
    folders: tuple[str, ...]
    runs: tuple[int, ...]


KINDS: dict[Kind, Any] = {
    "conversation": ConversationRow,
    "voice": VoiceRow,
    "run": RunRow,
    "blend": BlendRow,
}


def contents(catalog: Catalog) -> Trash:
    with catalog.reading() as session:
        return Trash(*(_count(session, table) for table in KINDS.values()))


def items(catalog: Catalog, limit: int = 50) -> list[Trashed]:
    """What was moved to the trash last, the newest first."""
    found: list[Trashed] = []
    with catalog.reading() as session:
        for kind, table in KINDS.items():
            name = table.title if table is ConversationRow else table.name
            rows = session.execute(_newest(table.id, name, table.trashed, limit))
            found += [Trashed(kind, *row) for row in rows]
    return sorted(found, key=lambda item: item.when, reverse=True)[:limit]


def emptied(catalog: Catalog, older_than: timedelta = timedelta()) -> Emptied:
    """Delete for good what was moved to the trash longer than ``older_than`` ago."""
    limit = now() - older_than
    with catalog.reading() as session:
        conversations = session.scalars(_old(ConversationRow, limit)).all()
        voices = session.scalars(_old(VoiceRow, limit)).all()
        runs = session.scalars(_old(RunRow, limit)).all()
        blends = session.scalars(_old(BlendRow, limit)).all()
    # One session each: no one else has to wait for all of them.
    for conversation in conversations:
        _delete_conversation(catalog, conversation)
    folders = [folder for voice in voices for folder in _delete_voice(catalog, voice)]
    gone = tuple(run for run in runs if _delete(catalog, RunRow, run))
    for blend in blends:
        _delete(catalog, BlendRow, blend)
    return Emptied(len(conversations), len(voices), tuple(folders), gone)


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


def _delete(catalog: Catalog, table: Any, id_: int) -> bool:
    """What belongs to it goes with it; False where it was taken out of the trash meanwhile."""
    with catalog.session() as session:
        if not _still_trashed(session, table, id_):
            return False
        session.execute(delete(table).where(table.id == id_))
    return True
