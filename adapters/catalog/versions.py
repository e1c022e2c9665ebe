"""Single versions of a voice: into the trash, out of it, and deleted for good.

The version that the voice speaks as stays, so a voice always has one. Of a version that is
deleted for good the files go and the row stays, as long as its voice does: what it was taught
and measured on must stay known to the versions after it, and its number is not given again.
"""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from adapters.catalog.database import Catalog
from adapters.catalog.tables import RunRow, VoiceRow, VoiceVersionRow, now
from adapters.errors import UserError
from adapters.wording import Phrase, phrase

# Not those of a voice that lies there as a whole: they come and go with it.
IN_TRASH = (
    VoiceVersionRow.trashed.is_not(None),
    VoiceVersionRow.path != "",
    VoiceRow.trashed.is_(None),
)


def trash(catalog: Catalog, version: int) -> None:
    """Move it to the trash. Raises ``UserError`` where it is needed: see ``_refuse_if_needed``."""
    with catalog.session() as session:
        row = session.get(VoiceVersionRow, version)
        if row is None or row.trashed is not None:
            raise gone()
        _refuse_if_needed(session, row)
        row.trashed = now()


def restore(catalog: Catalog, version: int) -> None:
    """Take it out of the trash, unless it was deleted for good meanwhile."""
    with catalog.session() as session:
        session.execute(
            update(VoiceVersionRow)
            .where(VoiceVersionRow.id == version, VoiceVersionRow.path != "")
            .values(trashed=None)
        )


def in_trash() -> Any:
    """A query: id, name of the voice, number of the version, and when it was moved there."""
    row = VoiceVersionRow
    query = select(row.id, VoiceRow.name, row.number, row.trashed)
    return query.join(VoiceRow, row.voice == VoiceRow.id).where(*IN_TRASH)


def delete(catalog: Catalog, version: int) -> list[str]:
    """Forget where its files lie; their folder may go. None where it is not in the trash."""
    with catalog.session() as session:
        row = session.get(VoiceVersionRow, version)
        if row is None or row.trashed is None or not row.path:
            return []
        folder, row.path = row.path, ""
        return [folder]


def gone() -> UserError:
    return UserError(
        phrase("errors", "This version of the voice is not there any more."),
        phrase("errors", "It was deleted."),
        phrase("errors", "Choose another version."),
    )


def _refuse_if_needed(session: Session, row: VoiceVersionRow) -> None:
    """The voice speaks as it, or a training goes on from it."""
    if session.get_one(VoiceRow, row.voice).version == row.id:
        raise _refused(
            phrase("errors", "It is the one that the voice speaks as."),
            phrase("errors", "Make another version current first, or delete the whole voice."),
        )
    unfinished = select(RunRow.id).where(
        RunRow.base_version == row.id, RunRow.version.is_(None), RunRow.trashed.is_(None)
    )
    if session.scalars(unfinished).first() is not None:
        raise _refused(
            phrase("errors", "A training goes on from it."),
            phrase("errors", "Let the training end, or delete it first."),
        )


def _refused(why: Phrase, next_step: Phrase) -> UserError:
    return UserError(phrase("errors", "The version was not deleted."), why, next_step)
