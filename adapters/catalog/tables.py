"""The tables of the catalog, as this version of Timbre knows them.

A change here needs a new file in ``migrations/versions`` and a new ``HEAD``. The
full-text tables and their triggers stand only in the migrations: SQLAlchemy has no
words for them. Those of conversations are in ``conversation_tables.py``, those of scenes in
``scene_tables.py``.
"""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from adapters.catalog.columns import Moment, Sentence, Words
from adapters.wording import Phrase

HEAD = "0005"
# AUTOINCREMENT: ids name folders and stand in old runs, so none is ever used twice.
NEVER_REUSED = {"sqlite_autoincrement": True}
NOT_TRASHED = text("trashed IS NULL")


def now() -> datetime:
    return datetime.now(UTC)


class Base(DeclarativeBase):
    type_annotation_map = {datetime: Moment, str: Words, Phrase: Sentence}  # noqa: RUF012


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
    path: Mapped[str]  # empty once the version was deleted for good
    sha256: Mapped[str]
    bytes: Mapped[int]
    rank: Mapped[int]
    targets: Mapped[str]  # comma between the names
    run: Mapped[int | None] = mapped_column(ForeignKey("runs.id", ondelete="SET NULL"))
    perplexity_before: Mapped[float | None]
    perplexity_after: Mapped[float | None]
    notes: Mapped[int]
    created: Mapped[datetime]
    parent: Mapped[int | None] = mapped_column(
        ForeignKey("voice_versions.id", ondelete="SET NULL")
    )
    origin: Mapped[str] = mapped_column(server_default=text("'trained'"))
    trashed: Mapped[datetime | None]


class LearnedNoteRow(Base):
    """What a version learned from or was measured on, so that the next one reads what is new."""

    __tablename__ = "learned_notes"
    __table_args__ = ({"sqlite_with_rowid": False},)

    version: Mapped[int] = mapped_column(
        ForeignKey("voice_versions.id", ondelete="CASCADE"), primary_key=True
    )
    path: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str]  # of the note's text
    use: Mapped[str]  # "learn" or "held_out"


class VerdictRow(Base):
    """What was measured of a version when it was done."""

    __tablename__ = "verdicts"

    version: Mapped[int] = mapped_column(
        ForeignKey("voice_versions.id", ondelete="CASCADE"), primary_key=True
    )
    details: Mapped[str]  # JSON
    created: Mapped[datetime]


class VoiceTagRow(Base):
    __tablename__ = "voice_tags"
    __table_args__ = (Index("voice_tags_by_tag", "tag_key"), {"sqlite_with_rowid": False})

    voice: Mapped[int] = mapped_column(
        ForeignKey("voices.id", ondelete="CASCADE"), primary_key=True
    )
    tag_key: Mapped[str] = mapped_column(primary_key=True)  # folded, as names are
    tag: Mapped[str]


class BlendRow(Base):
    """Several voices that speak as one, kept under a name."""

    __tablename__ = "blends"
    __table_args__ = (
        Index("blends_by_name", "name_key", unique=True, sqlite_where=NOT_TRASHED),
        NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str]
    created: Mapped[datetime]
    last_used: Mapped[datetime | None]
    trashed: Mapped[datetime | None]


class BlendPartRow(Base):
    __tablename__ = "blend_parts"
    __table_args__ = ({"sqlite_with_rowid": False},)

    blend: Mapped[int] = mapped_column(
        ForeignKey("blends.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    # Empty once the voice is deleted for good; its name then says what is missing.
    voice: Mapped[int | None] = mapped_column(
        ForeignKey("voices.id", ondelete="SET NULL"), index=True
    )
    voice_name: Mapped[str]
    strength: Mapped[float]


class NoteFolderRow(Base):
    """What the owner said about a folder of notes as a whole."""

    __tablename__ = "note_folders"

    folder: Mapped[str] = mapped_column(primary_key=True)
    owner_names: Mapped[str]  # JSON: the names under which the owner speaks in its conversations


class NoteDecisionRow(Base):
    """Where the owner overruled what would become of one note."""

    __tablename__ = "note_decisions"
    __table_args__ = ({"sqlite_with_rowid": False},)

    folder: Mapped[str] = mapped_column(primary_key=True)
    path: Mapped[str] = mapped_column(primary_key=True)
    use: Mapped[str | None]  # "learn", "held_out", "skip"; empty where only masking was decided
    unmasked: Mapped[bool]  # learn what looks like a secret as it stands


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
    problem: Mapped[Phrase | None]
    started: Mapped[datetime]
    updated: Mapped[datetime]
    trashed: Mapped[datetime | None]
    # The version that it goes on from, for a voice that learns more.
    base_version: Mapped[int | None] = mapped_column(
        ForeignKey("voice_versions.id", ondelete="SET NULL")
    )
    # What is asked on the way; the owner may change it while the run goes on.
    prompt: Mapped[str] = mapped_column(server_default=text("''"))
    setbacks: Mapped[int] = mapped_column(server_default=text("0"))


class RunSampleRow(Base):
    """A reply to the owner's own question as the voice was at this step, always one seed."""

    __tablename__ = "run_samples"
    __table_args__ = ({"sqlite_with_rowid": False},)

    run: Mapped[int] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    prompt: Mapped[str]
    text: Mapped[str]


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


class PreferenceRow(Base):
    __tablename__ = "preferences"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]  # JSON
