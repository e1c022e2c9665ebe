"""Conversations from elsewhere: each with all its messages, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from adapters.catalog import conversations, vocabulary
from adapters.catalog.conversation_tables import ConversationRow, MessageRow
from adapters.catalog.database import Catalog
from adapters.catalog.folding import preview
from adapters.catalog.records import Author


@dataclass(frozen=True)
class BroughtTurn:
    """``name`` is who spoke, None for the owner or a model without a name."""

    author: Author
    text: str
    name: str | None = None
    when: datetime | None = None


@dataclass(frozen=True)
class BroughtChat:
    title: str
    instruction: str
    turns: Sequence[BroughtTurn]


def take_in(catalog: Catalog, chat: BroughtChat, moment: datetime) -> int:
    """The id of the new conversation, which is as new as ``moment``."""
    with catalog.session() as session:
        return _taken_in(session, chat, moment)


def _taken_in(session: Session, chat: BroughtChat, moment: datetime) -> int:
    row = ConversationRow(
        title=chat.title,
        titled_by_owner=bool(chat.title),
        instruction=chat.instruction,
        voice=None,
        blend=None,
        strength=1.0,
        draft="",
        preview="",
        created=moment,
        updated=moment,
    )
    session.add(row)
    session.flush()
    leaf: int | None = None
    for turn in chat.turns:
        leaf = _added(session, row.id, leaf, turn, moment)
    vocabulary.learn(session, chat.title, *(turn.text for turn in chat.turns))
    last = chat.turns[-1].text if chat.turns else ""
    conversations.change(session, row.id, leaf=leaf, preview=preview(last))
    return row.id


def _added(
    session: Session, conversation: int, parent: int | None, turn: BroughtTurn, moment: datetime
) -> int:
    row = MessageRow(
        conversation=conversation,
        parent=parent,
        author=turn.author,
        text=turn.text,
        role_name=turn.name,
        stop="end" if turn.author == "assistant" else None,
        created=turn.when or moment,
    )
    session.add(row)
    session.flush()
    return row.id
