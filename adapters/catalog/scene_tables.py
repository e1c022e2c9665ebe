"""The tables of scenes: each with the states that it has been in, the newest of them its own."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from adapters.catalog.tables import NEVER_REUSED, NOT_TRASHED, Base


class SceneRow(Base):
    __tablename__ = "scenes"
    __table_args__ = (
        Index("scenes_by_title", "title_key", "id", sqlite_where=NOT_TRASHED),
        NEVER_REUSED,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    title_key: Mapped[str]  # folded, so that titles compare and sort in any script
    created: Mapped[datetime]
    updated: Mapped[datetime]
    last_opened: Mapped[datetime | None]
    trashed: Mapped[datetime | None]


class SceneVersionRow(Base):
    __tablename__ = "scene_versions"
    __table_args__ = (NEVER_REUSED,)

    id: Mapped[int] = mapped_column(primary_key=True)
    scene: Mapped[int] = mapped_column(ForeignKey("scenes.id", ondelete="CASCADE"), index=True)
    text: Mapped[str]  # a scene's file
    begun: Mapped[datetime]
    saved: Mapped[datetime]
