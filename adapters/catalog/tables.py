"""The tables of the catalog, as this version of Timbre knows them.

A change here needs a new file in ``migrations/versions`` and a new ``HEAD``. The
full-text tables and their triggers stand only in the migrations: SQLAlchemy has no
words for them.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Dialect, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

HEAD = "0001"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# AUTOINCREMENT: ids name folders and stand in old runs, so none is ever used twice.
NEVER_REUSED = {"sqlite_autoincrement": True}
NOT_TRASHED = text("trashed IS NULL")


def now() -> datetime:
    return datetime.now(UTC)


class Moment(TypeDecorator[datetime]):
    """A time in UTC, kept as whole microseconds since 1970: exact, small and sortable."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else (value - EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else EPOCH + timedelta(microseconds=value)


class Words(TypeDecorator[str]):
    """Any text; half of a surrogate pair, which UTF-8 cannot hold, becomes a question mark."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.encode("utf-8", "replace").decode("utf-8")


class Base(DeclarativeBase):
    type_annotation_map = {datetime: Moment, str: Words}  # noqa: RUF012


class ModelRow(Base):
    __tablename__ = "models"
    __table_args__ = (NEVER_REUSED,)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    path: Mapped[str] = mapped_column(unique=True)
    nf4_path: Mapped[str | None]
    fingerprint: Mapped[str | None]
    bytes: Mapped[int] = mapped_column(BigInteger)
    context_length: Mapped[int | None]
    added: Mapped[datetime]
    last_used: Mapped[datetime | None]


class VoiceRow(Base):
    __tablename__ = "voices"
    __table_args__ = (
        Index("voices_by_name", "name_key", unique=True, sqlite_where=NOT_TRASHED),
        Index("voices_by_use", "last_used", "id", sqlite_where=NOT_TRASHED),
        Index("voices_by_age", "created", "id", sqlite_where=NOT_TRASHED),
        Index("voices_by_size", "bytes", "id", sqlite_where=NOT_TRASHED),
        NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str]  # folded, so that names compare and sort in any script
    colour: Mapped[str]
    description: Mapped[str]
    model_name: Mapped[str]
    model_fingerprint: Mapped[str]
    # Empty only inside the transaction that makes the voice.
    version: Mapped[int | None] = mapped_column(
        ForeignKey("voice_versions.id", deferrable=True, initially="DEFERRED")
    )
    bytes: Mapped[int]  # of the current version, to sort by
    created: Mapped[datetime]
    last_used: Mapped[datetime | None]
    trashed: Mapped[datetime | None]


class VoiceVersionRow(Base):
    __tablename__ = "voice_versions"
    __table_args__ = (UniqueConstraint("voice", "number"), NEVER_REUSED)

    id: Mapped[int] = mapped_column(primary_key=True)
    voice: Mapped[int] = mapped_column(ForeignKey("voices.id", ondelete="CASCADE"))
    number: Mapped[int]
    path: Mapped[str]
    sha256: Mapped[str]
    bytes: Mapped[int]
    rank: Mapped[int]
    targets: Mapped[str]  # comma between the names
    run: Mapped[int | None] = mapped_column(ForeignKey("runs.id", ondelete="SET NULL"))
    perplexity_before: Mapped[float | None]
    perplexity_after: Mapped[float | None]
    notes: Mapped[int]
    created: Mapped[datetime]


class RunRow(Base):
    __tablename__ = "runs"
    __table_args__ = (NEVER_REUSED,)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    colour: Mapped[str]
    voice: Mapped[int | None] = mapped_column(
        ForeignKey("voices.id", ondelete="SET NULL"), index=True
    )
    version: Mapped[int | None] = mapped_column(
        ForeignKey("voice_versions.id", ondelete="SET NULL"), index=True
    )
    folder: Mapped[str]
    model: Mapped[int]  # kept as history: the model itself may be forgotten
    model_fingerprint: Mapped[str]
    options: Mapped[str]
    seed: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str]
    step: Mapped[int]
    steps: Mapped[int]
    tokens: Mapped[int]
    seconds: Mapped[float]
    documents: Mapped[int]
    held_out_documents: Mapped[int]
    perplexity_before: Mapped[float | None]
    perplexity_after: Mapped[float | None]
    problem: Mapped[str | None]
    started: Mapped[datetime]
    updated: Mapped[datetime]


class RunStepRow(Base):
    __tablename__ = "run_steps"
    __table_args__ = ({"sqlite_with_rowid": False},)

    run: Mapped[int] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    loss: Mapped[float]
    held_out_loss: Mapped[float | None]
    learning_rate: Mapped[float]
    tokens: Mapped[int]
    seconds: Mapped[float]


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


class WordRow(Base):
    """Each word of the titles and messages once: see ``vocabulary.py``."""

    __tablename__ = "words"

    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(unique=True)


class PreferenceRow(Base):
    __tablename__ = "preferences"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]  # JSON
