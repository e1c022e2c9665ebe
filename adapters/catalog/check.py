"""Is the catalog whole, and does it agree with the files beside it?"""

from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from adapters.catalog.database import Catalog
from adapters.catalog.problems import suspect
from adapters.catalog.tables import VoiceRow, VoiceVersionRow
from adapters.wording import Phrase, phrase

INDEXES = ("messages_words", "conversations_words", "words_parts")


def integrity(catalog: Catalog) -> list[str]:
    """Read the whole file; give back SQLite's own words for each fault.

    Takes about a second for 100 MB and blocks nobody. A fault makes the next start restore
    a backup.
    """
    with catalog.reading() as session:
        try:
            faults = list(session.scalars(text("PRAGMA integrity_check")))
        except DBAPIError as error:
            faults = [str(error.orig)]
        if faults != ["ok"]:
            suspect(catalog.path)
            return faults
        broken = session.execute(text("PRAGMA foreign_key_check")).all()
    return [f"a row of {row[0]} points to a missing row of {row[2]}" for row in broken]


def search_index(catalog: Catalog) -> list[str]:
    """Compare the full-text index with the texts; others cannot write meanwhile."""
    faults = []
    for index in INDEXES:
        check = text(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        with catalog.session() as session:
            try:
                session.execute(check)
            except DBAPIError as error:
                faults.append(f"{index}: {error.orig}")
    return faults


def rebuild_search_index(catalog: Catalog) -> None:
    """Make the full-text index anew from the texts."""
    for index in INDEXES:
        with catalog.session() as session:
            session.execute(text(f"INSERT INTO {index} ({index}) VALUES ('rebuild')"))


def reconcile(catalog: Catalog, voices: Path) -> list[Phrase]:
    """Compare voices with their folders: what the one has and the other lacks, in sentences."""
    with catalog.reading() as session:
        query = select(VoiceVersionRow.path, VoiceRow.name).join(
            VoiceRow, VoiceRow.id == VoiceVersionRow.voice
        )
        known = {row.path: row.name for row in session.execute(query)}
    on_disk = {p.name for p in voices.iterdir() if p.is_dir()} if voices.is_dir() else set()
    missing = [
        phrase("errors", "The files of the voice “{name}” are missing: {path}.", name=n, path=p)
        for p, n in known.items()
        if p not in on_disk
    ]
    unknown = [
        phrase("errors", "A voice's files are not in the catalog: {path}.", path=path)
        for path in sorted(on_disk - known.keys())
    ]
    return missing + unknown
