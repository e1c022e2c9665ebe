"""What lies in the trash, and emptying it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Select, delete, func, literal, select
from sqlalchemy.orm import Session

from adapters.catalog import versions, vocabulary
from adapters.catalog.conversation_tables import ConversationRow, MessageRow
from adapters.catalog.database import Catalog
from adapters.catalog.scene_tables import SceneRow
from adapters.catalog.tables import BlendRow, RunRow, VoiceRow, VoiceVersionRow, now

Kind = Literal["conversation", "voice", "run", "blend", "version", "scene"]


@dataclass(frozen=True)
class Trash:
    """How much lies in the trash."""

    conversations: int
    voices: int
    runs: int
    blends: int = 0
    versions: int = 0  # of voices that are not there as a whole
    scenes: int = 0


@dataclass(frozen=True)
class Trashed:
    """One thing in the trash; ``name`` is empty for a conversation without a title.

    That of a version is its voice's, and ``number`` its own.
    """

    kind: Kind
    id: int
    name: str
    number: int
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


def _shelf(table: Any, name: Any) -> Select[Any]:
    """Id, name, number, and when it was moved to the trash."""
    return select(table.id, name, literal(0), table.trashed).where(table.trashed.is_not(None))


SHELVES: dict[Kind, Select[Any]] = {
    "conversation": _shelf(ConversationRow, ConversationRow.title),
    "voice": _shelf(VoiceRow, VoiceRow.name),
    "run": _shelf(RunRow, RunRow.name),
    "blend": _shelf(BlendRow, BlendRow.name),
    "version": versions.in_trash(),
    "scene": _shelf(SceneRow, SceneRow.title),
}


def contents(catalog: Catalog) -> Trash:
    with catalog.reading() as session:
        return Trash(*(_count(session, shelf) for shelf in SHELVES.values()))


def items(catalog: Catalog, limit: int = 50) -> list[Trashed]:
    """What was moved to the trash last, the newest first."""
    found: list[Trashed] = []
    with catalog.reading() as session:
        for kind, shelf in SHELVES.items():
            newest = shelf.order_by(shelf.selected_columns.trashed.desc()).limit(limit)
            found += [Trashed(kind, *row) for row in session.execute(newest)]
    return sorted(found, key=lambda item: item.when, reverse=True)[:limit]


def emptied(catalog: Catalog, older_than: timedelta = timedelta()) -> Emptied:
    """Delete for good what was moved to the trash longer than ``older_than`` ago."""
    limit = now() - older_than
    with catalog.reading() as session:
        old = {kind: _older(session, shelf, limit) for kind, shelf in SHELVES.items()}
    # One session each: no one else has to wait for all of them.
    for conversation in old["conversation"]:
        _delete_conversation(catalog, conversation)
    folders = [folder for voice in old["voice"] for folder in _delete_voice(catalog, voice)]
    folders += [folder for one in old["version"] for folder in versions.delete(catalog, one)]
    gone = tuple(run for run in old["run"] if _delete(catalog, RunRow, run))
    for blend in old["blend"]:
        _delete(catalog, BlendRow, blend)
    for scene in old["scene"]:
        _delete(catalog, SceneRow, scene)
    return Emptied(len(old["conversation"]), len(old["voice"]), tuple(folders), gone)


def _count(session: Session, shelf: Select[Any]) -> int:
    return session.scalars(select(func.count()).select_from(shelf.subquery())).one()


def _older(session: Session, shelf: Select[Any], limit: datetime) -> Sequence[int]:
    return session.scalars(shelf.where(shelf.selected_columns.trashed <= limit)).all()


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
        folders = [path for path in session.scalars(paths) if path]
        session.execute(delete(VoiceRow).where(VoiceRow.id == voice))
    return folders


def _delete(catalog: Catalog, table: Any, id_: int) -> bool:
    """What belongs to it goes with it; False where it was taken out of the trash meanwhile."""
    with catalog.session() as session:
        if not _still_trashed(session, table, id_):
            return False
        session.execute(delete(table).where(table.id == id_))
    return True
