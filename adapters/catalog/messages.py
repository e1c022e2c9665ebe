"""The turns of a conversation: a tree, of which one path is on screen."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, TypedDict, Unpack, cast

from sqlalchemy import CursorResult, Select, func, insert, select
from sqlalchemy import update as sql_update
from sqlalchemy.orm import Session, aliased

from adapters.catalog import conversations, vocabulary
from adapters.catalog.conversation_tables import ConversationRow, MessageRow, SpeakerRow
from adapters.catalog.database import Catalog
from adapters.catalog.folding import preview
from adapters.catalog.records import Author, Message, SpokenPart, StopReason
from adapters.catalog.tables import VoiceRow, now

# A voice may have been renamed since; the stored name is for one that is gone.
SHOWN = {
    "voice_name": func.coalesce(VoiceRow.name, MessageRow.voice_name),
    "colour": func.coalesce(VoiceRow.colour, MessageRow.colour),
}
_TEXT = select(MessageRow.text, MessageRow.author, MessageRow.stop)
COLUMNS = [SHOWN.get(f.name, getattr(MessageRow, f.name)) for f in fields(Message)]


class MadeBy(TypedDict, total=False):
    """What made a reply, and as whom it was said in which scene; all of it may be missing."""

    voice: int | None
    voice_version: int | None
    blend_name: str | None
    blend: tuple[SpokenPart, ...]
    strength: float | None
    model_name: str | None
    seed: int | None
    tokens: int | None
    seconds: float | None
    stop: StopReason | None
    scene_version: int | None
    role: str | None
    role_name: str | None


class Change(TypedDict, total=False):
    """What may change in a message."""

    text: str
    tokens: int | None
    seconds: float | None
    stop: StopReason | None


def add(
    catalog: Catalog,
    conversation: int,
    parent: int | None,
    author: Author,
    text: str,
    **made_by: Unpack[MadeBy],
) -> Message:
    """Append a message below ``parent`` and show the branch that it ends."""
    moment = now()
    voice, parts = made_by.get("voice"), made_by.get("blend", ())
    blend_name = made_by.pop("blend_name", None)
    with catalog.session() as session:
        row = MessageRow(
            conversation=conversation,
            parent=parent,
            author=author,
            text=text,
            created=moment,
            **made_by,
        )
        if voice is not None:
            row.voice_name, row.colour = _card(session, voice)
        elif parts:
            row.voice_name, row.colour = blend_name, _strongest(parts).colour
        _note_speakers(session, conversation, [voice, *(part.voice for part in parts)])
        session.add(row)
        session.flush()
        if _is_whole(author, made_by.get("stop")):
            vocabulary.learn(session, text)
        conversations.change(
            session, conversation, leaf=row.id, updated=moment, preview=preview(text)
        )
        return _one(session, row.id)


def update(catalog: Catalog, message: int, **changed: Unpack[Change]) -> None:
    """Change what is given; the list of conversations shows the new text."""
    with catalog.session() as session:
        before = session.execute(_TEXT.where(MessageRow.id == message)).one_or_none()
        session.execute(sql_update(MessageRow).where(MessageRow.id == message).values(**changed))
        if before is not None and _is_whole(before.author, changed.get("stop", before.stop)):
            vocabulary.relearn(session, before.text, changed.get("text", before.text))
        if "text" in changed:
            session.execute(
                sql_update(ConversationRow)
                .where(ConversationRow.leaf == message)
                .values(preview=preview(changed["text"]))
            )


def get(catalog: Catalog, message: int) -> Message:
    """Raises ``LookupError`` for an unknown id."""
    with catalog.reading() as session:
        return _one(session, message)


def path(catalog: Catalog, leaf: int) -> list[Message]:
    """The messages from the first one down to ``leaf``."""
    with catalog.reading() as session:
        return _path(session, leaf)


def thread(catalog: Catalog, conversation: int) -> list[Message]:
    """The messages of the branch on screen, first one first."""
    with catalog.reading() as session:
        chosen = select(ConversationRow.leaf).where(ConversationRow.id == conversation)
        leaf = session.scalar(chosen)
        return [] if leaf is None else _path(session, leaf)


def siblings(catalog: Catalog, message: int) -> list[Message]:
    """The message and the others with the same parent, oldest first."""
    this, other = aliased(MessageRow), MessageRow
    query = _messages().join(
        this,
        (this.conversation == other.conversation) & this.parent.is_not_distinct_from(other.parent),
    )
    with catalog.reading() as session:
        found = session.execute(query.where(this.id == message).order_by(other.id))
        return [Message(*row) for row in found]


def forks(catalog: Catalog, conversation: int) -> dict[int, tuple[int, ...]]:
    """Of each message with others in its place: all of them, itself included, oldest first."""
    query = select(MessageRow.parent, MessageRow.id).where(MessageRow.conversation == conversation)
    children: dict[int | None, list[int]] = {}
    with catalog.reading() as session:
        for parent, message in session.execute(query.order_by(MessageRow.id)):
            children.setdefault(parent, []).append(message)
    return {
        message: tuple(family)
        for family in children.values()
        if len(family) > 1
        for message in family
    }


def tip(catalog: Catalog, message: int) -> int:
    """The newest message below ``message``, or itself: a child always has the greater id."""
    below = select(MessageRow.id).where(MessageRow.id == message).cte("below", recursive=True)
    below = below.union_all(select(MessageRow.id).where(MessageRow.parent == below.c.id))
    with catalog.reading() as session:
        newest: int = session.scalars(select(func.max(below.c.id))).one()
    return newest


def interrupted(catalog: Catalog) -> int:
    """Mark replies that a crash cut off; the process that owns the data folder asks at start."""
    with catalog.session() as session:
        unfinished = (MessageRow.author == "assistant", MessageRow.stop.is_(None))
        vocabulary.learn(session, *session.scalars(select(MessageRow.text).where(*unfinished)))
        marked = session.execute(
            sql_update(MessageRow).where(*unfinished).values(stop="interrupted")
        )
        return cast("CursorResult[Any]", marked).rowcount


def _is_whole(author: str, stop: str | None) -> bool:
    """Not under way any more: half a word of a reply would not be found again."""
    return author == "owner" or stop is not None


def _card(session: Session, voice: int) -> tuple[str, str]:
    """Name and colour."""
    card = session.execute(
        select(VoiceRow.name, VoiceRow.colour).where(VoiceRow.id == voice)
    ).one_or_none()
    if card is None:
        raise LookupError(f"no voice {voice}")
    return card.name, card.colour


def _strongest(parts: Sequence[SpokenPart]) -> SpokenPart:
    return max(parts, key=lambda part: part.strength)


def _note_speakers(session: Session, conversation: int, spoke: list[int | None]) -> None:
    for voice in spoke:
        if voice is not None:
            session.execute(
                insert(SpeakerRow)
                .prefix_with("OR IGNORE")
                .values(conversation=conversation, voice=voice)
            )


def _messages() -> Select[Any]:
    return select(*COLUMNS).join(VoiceRow, VoiceRow.id == MessageRow.voice, isouter=True)


def _one(session: Session, message: int) -> Message:
    found = session.execute(_messages().where(MessageRow.id == message)).one_or_none()
    if found is None:
        raise LookupError(f"no message {message}")
    return Message(*found)


def _path(session: Session, leaf: int) -> list[Message]:
    """Walk from the leaf up; a parent always has the smaller id, so ids give the order."""
    above = (
        select(MessageRow.id, MessageRow.parent)
        .where(MessageRow.id == leaf)
        .cte("above", recursive=True)
    )
    above = above.union_all(
        select(MessageRow.id, MessageRow.parent).where(MessageRow.id == above.c.parent)
    )
    query = _messages().join(above, above.c.id == MessageRow.id).order_by(MessageRow.id)
    return [Message(*row) for row in session.execute(query)]
