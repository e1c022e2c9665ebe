"""Conversations: the list, and what is set on one of them. Their turns are in ``messages``."""

from dataclasses import fields
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, Row, Select, func, literal, select, tuple_, update
from sqlalchemy.orm import Session

from adapters.catalog import vocabulary
from adapters.catalog.columns import Moment
from adapters.catalog.conversation_tables import ConversationRow, MessageRow, SpeakerRow
from adapters.catalog.database import Catalog
from adapters.catalog.folding import preview
from adapters.catalog.records import Conversation
from adapters.catalog.tables import VoiceRow, now

COLUMNS = [getattr(ConversationRow, f.name) for f in fields(Conversation) if f.name != "colours"]
COLOURS_AT = [f.name for f in fields(Conversation)].index("colours")


def create(
    catalog: Catalog,
    instruction: str,
    voice: int | None = None,
    strength: float = 1.0,
    blend: int | None = None,
    scene: int | None = None,
) -> Conversation:
    """Begin an empty conversation without a title."""
    moment = now()
    row = ConversationRow(
        title="",
        titled_by_owner=False,
        instruction=instruction,
        voice=voice,
        blend=blend,
        scene=scene,
        strength=strength,
        draft="",
        preview="",
        created=moment,
        updated=moment,
    )
    with catalog.session() as session:
        session.add(row)
        session.flush()
        return _one(session, row.id)


def get(catalog: Catalog, conversation: int) -> Conversation:
    """Also one in the trash. Raises ``LookupError`` for an unknown id."""
    with catalog.reading() as session:
        return _one(session, conversation)


def page(
    catalog: Catalog,
    limit: int = 50,
    before: tuple[datetime, int] | None = None,
    voice: int | None = None,
) -> list[Conversation]:
    """The newest conversations, or those after ``before``: (updated, id) of the last one seen.

    With a ``voice`` only those in which it spoke, also as part of a blend.
    """
    query = select(*COLUMNS).where(ConversationRow.trashed.is_(None))
    if before is not None:
        updated, last = before
        # Told its type, or the time would be compared as text.
        seen = tuple_(literal(updated, Moment()), last)
        query = query.where(tuple_(ConversationRow.updated, ConversationRow.id) < seen)
    if voice is not None:
        query = query.where(ConversationRow.id.in_(_spoken_in(voice)))
    newest = (ConversationRow.updated.desc(), ConversationRow.id.desc())
    with catalog.reading() as session:
        return _records(session, query.order_by(*newest).limit(limit))


def count_with_voice(catalog: Catalog, voice: int) -> int:
    """In how many conversations a voice spoke, also as part of a blend."""
    query = select(func.count()).where(
        ConversationRow.id.in_(_spoken_in(voice)), ConversationRow.trashed.is_(None)
    )
    with catalog.reading() as session:
        return session.scalars(query).one()


def _spoken_in(voice: int) -> Any:
    return select(SpeakerRow.conversation).where(SpeakerRow.voice == voice)


def rename(catalog: Catalog, conversation: int, title: str, by_owner: bool = True) -> None:
    """Set the title; one that the owner gave is never replaced by one made up."""
    query = update(ConversationRow).where(ConversationRow.id == conversation)
    if not by_owner:
        query = query.where(ConversationRow.titled_by_owner.is_(False))
    with catalog.session() as session:
        old = session.scalar(
            select(ConversationRow.title).where(ConversationRow.id == conversation)
        )
        changed = session.execute(query.values(title=title, titled_by_owner=by_owner))
        if cast("CursorResult[Any]", changed).rowcount:
            vocabulary.relearn(session, old or "", title)


def set_draft(catalog: Catalog, conversation: int, draft: str) -> None:
    """Keep what is typed and not sent."""
    _change(catalog, conversation, draft=draft)


def set_instruction(catalog: Catalog, conversation: int, instruction: str) -> None:
    _change(catalog, conversation, instruction=instruction)


def set_voice(
    catalog: Catalog,
    conversation: int,
    voice: int | None,
    strength: float,
    blend: int | None = None,
) -> None:
    """Who answers from now on: a voice, a blend, or (with neither) the model itself."""
    _change(catalog, conversation, voice=voice, strength=strength, blend=blend)


def set_scene(catalog: Catalog, conversation: int, scene: int | None) -> None:
    """The scene that goes on from here; what was said stays as it was."""
    _change(catalog, conversation, scene=scene)


def set_leaf(catalog: Catalog, conversation: int, message: int | None) -> None:
    """Show the branch that ends with ``message``."""
    with catalog.session() as session:
        text = session.scalar(select(MessageRow.text).where(MessageRow.id == message)) or ""
        change(session, conversation, leaf=message, preview=preview(text))


def trash(catalog: Catalog, conversation: int) -> None:
    """Move it to the trash; ``restore`` takes it out again."""
    _change(catalog, conversation, trashed=now())


def restore(catalog: Catalog, conversation: int) -> None:
    _change(catalog, conversation, trashed=None)


def change(session: Session, conversation: int, **values: object) -> None:
    session.execute(
        update(ConversationRow).where(ConversationRow.id == conversation).values(**values)
    )


def _change(catalog: Catalog, conversation: int, **values: object) -> None:
    with catalog.session() as session:
        change(session, conversation, **values)


def _one(session: Session, conversation: int) -> Conversation:
    found = _records(session, select(*COLUMNS).where(ConversationRow.id == conversation))
    if not found:
        raise LookupError(f"no conversation {conversation}")
    return found[0]


def _records(session: Session, query: Select[Any]) -> list[Conversation]:
    rows = session.execute(query).all()
    colours = _colours(session, [row.id for row in rows])
    return [_record(row, colours.get(row.id, ())) for row in rows]


def _record(row: Row[Any], colours: tuple[str, ...]) -> Conversation:
    values = list(row)
    values.insert(COLOURS_AT, colours)
    return Conversation(*values)


def _colours(session: Session, conversations: list[int]) -> dict[int, tuple[str, ...]]:
    """The colours of the voices that spoke, each once."""
    query = (
        select(SpeakerRow.conversation, VoiceRow.colour)
        .join(VoiceRow, VoiceRow.id == SpeakerRow.voice)
        .where(SpeakerRow.conversation.in_(conversations))
        .order_by(SpeakerRow.conversation, SpeakerRow.voice)
    )
    found: dict[int, tuple[str, ...]] = {}
    for conversation, colour in session.execute(query):
        known = found.get(conversation, ())
        found[conversation] = known if colour in known else (*known, colour)
    return found
