"""The tables of conversations: what was said, by whom, and each of its words once."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from adapters.catalog.columns import Parts
from adapters.catalog.records import SpokenPart
from adapters.catalog.scene_tables import SceneRow, SceneVersionRow
from adapters.catalog.tables import NEVER_REUSED, NOT_TRASHED, Base


class ConversationRow(Base):
    __tablename__ = "conversations"
    __table_args__ = (
        Index("conversations_by_update", "updated", "id", sqlite_where=NOT_TRASHED),
        NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    titled_by_owner: Mapped[bool]
    instruction: Mapped[str]
    voice: Mapped[int | None] = mapped_column(
        ForeignKey("voices.id", ondelete="SET NULL"), index=True
    )
    strength: Mapped[float]
    draft: Mapped[str]
    leaf: Mapped[int | None] = mapped_column(
        ForeignKey("messages.id", ondelete="SET NULL"), index=True
    )
    preview: Mapped[str]
    created: Mapped[datetime]
    updated: Mapped[datetime]
    trashed: Mapped[datetime | None]
    blend: Mapped[int | None] = mapped_column(
        ForeignKey("blends.id", ondelete="SET NULL"), index=True
    )
    # That it is played in, as it is now; what was said keeps the version that it was said in.
    scene: Mapped[int | None] = mapped_column(
        ForeignKey(SceneRow.id, ondelete="SET NULL"), index=True
    )


class SpeakerRow(Base):
    """Which voices spoke in a conversation, so that its dots need no walk over its messages."""

    __tablename__ = "speakers"
    __table_args__ = ({"sqlite_with_rowid": False},)

    conversation: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )
    voice: Mapped[int] = mapped_column(
        ForeignKey("voices.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class MessageRow(Base):
    __tablename__ = "messages"
    __table_args__ = (
        Index(
            "messages_unfinished",
            "id",
            sqlite_where=text("stop IS NULL AND author = 'assistant'"),
        ),
        Index("messages_by_voice", "voice", sqlite_where=text("voice IS NOT NULL")),
        Index(
            "messages_by_scene", "scene_version", sqlite_where=text("scene_version IS NOT NULL")
        ),
        Index(
            "messages_by_version", "voice_version", sqlite_where=text("voice_version IS NOT NULL")
        ),
        NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation: Mapped[int] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    # No cascade: SQLite would follow a long thread message by message and give up at 1,000.
    parent: Mapped[int | None] = mapped_column(ForeignKey("messages.id"), index=True)
    author: Mapped[str]
    text: Mapped[str]
    voice: Mapped[int | None] = mapped_column(ForeignKey("voices.id", ondelete="SET NULL"))
    voice_version: Mapped[int | None] = mapped_column(
        ForeignKey("voice_versions.id", ondelete="SET NULL")
    )
    # As they were when it spoke; shown once the voice itself is gone.
    voice_name: Mapped[str | None]
    colour: Mapped[str | None]
    strength: Mapped[float | None]
    model_name: Mapped[str | None]
    seed: Mapped[int | None] = mapped_column(BigInteger)
    tokens: Mapped[int | None]
    seconds: Mapped[float | None]
    stop: Mapped[str | None]
    created: Mapped[datetime]
    blend: Mapped[tuple[SpokenPart, ...] | None] = mapped_column(Parts)
    scene_version: Mapped[int | None] = mapped_column(
        ForeignKey(SceneVersionRow.id, ondelete="SET NULL")
    )
    role: Mapped[str | None]  # the id of its field in the scene
    role_name: Mapped[str | None]


class WordRow(Base):
    """Each word of the titles and messages once: see ``vocabulary.py``."""

    __tablename__ = "words"

    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(unique=True)
