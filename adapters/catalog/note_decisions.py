"""What the owner decided about single notes of a folder, kept for the next time."""

import os
from dataclasses import fields

from sqlalchemy import delete, select

from adapters.catalog.database import Catalog
from adapters.catalog.note_folders import key_of
from adapters.catalog.records import NoteDecision, NoteUse
from adapters.catalog.tables import NoteDecisionRow

Folder = str | os.PathLike[str]
COLUMNS = [getattr(NoteDecisionRow, f.name) for f in fields(NoteDecision)]


def of_folder(catalog: Catalog, folder: Folder) -> dict[str, NoteDecision]:
    """The decisions by the notes' paths."""
    query = select(NoteDecisionRow.path, *COLUMNS).where(NoteDecisionRow.folder == key_of(folder))
    with catalog.reading() as session:
        return {
            path: NoteDecision(use, unmasked) for path, use, unmasked in session.execute(query)
        }


def set_use(catalog: Catalog, folder: Folder, path: str, use: NoteUse | None) -> None:
    """Overrule what becomes of a note; None leaves it to Timbre again."""
    _change(catalog, folder, path, use=use)


def set_unmasked(catalog: Catalog, folder: Folder, path: str, unmasked: bool) -> None:
    """Whether what looks like a secret is learned as it stands."""
    _change(catalog, folder, path, unmasked=unmasked)


def _change(catalog: Catalog, folder: Folder, path: str, **values: str | bool | None) -> None:
    """A row that decides nothing any more is deleted."""
    folder = key_of(folder)
    with catalog.session() as session:
        row = session.get(NoteDecisionRow, (folder, path))
        if row is None:
            row = NoteDecisionRow(folder=folder, path=path, use=None, unmasked=False)
            session.add(row)
        for name, value in values.items():
            setattr(row, name, value)
        session.flush()
        if row.use is None and not row.unmasked:
            session.execute(
                delete(NoteDecisionRow).where(
                    NoteDecisionRow.folder == folder, NoteDecisionRow.path == path
                )
            )
