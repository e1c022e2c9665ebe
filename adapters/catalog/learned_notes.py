"""Which notes each version of a voice learned, and which it was measured on."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from adapters.catalog.database import Catalog
from adapters.catalog.records import LearnedNote
from adapters.catalog.tables import LearnedNoteRow, VoiceVersionRow

_AT_ONCE = 5_000  # rows of one statement


@dataclass(frozen=True)
class Earlier:
    """What the versions of a voice did with notes, by path and by the hash of the text.

    ``learned`` are the hashes that the version which is gone on from knows, with those before
    it; ``held_out`` and ``taught`` are those of all versions, whichever is current: a note that
    was held out once stays so.
    """

    learned: frozenset[str] = frozenset()
    taught: frozenset[str] = frozenset()
    held_out: frozenset[str] = frozenset()
    held_out_paths: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Changes:
    """How the notes of a version differ from those of the one before it."""

    added: int
    changed: int
    removed: int


def put(session: Session, version: int, notes: Iterable[LearnedNote]) -> None:
    """Keep what a version did with the notes of its folder."""
    rows = [
        {"version": version, "path": note.path, "sha256": note.sha256, "use": note.use}
        for note in notes
    ]
    for start in range(0, len(rows), _AT_ONCE):
        session.execute(
            insert(LearnedNoteRow).prefix_with("OR REPLACE"), rows[start : start + _AT_ONCE]
        )


def of_version(catalog: Catalog, version: int) -> list[LearnedNote]:
    """By path; none for a version that was made elsewhere."""
    with catalog.reading() as session:
        return _of_version(session, version)


def earlier(catalog: Catalog, version: int) -> Earlier:
    """What is known to a voice that goes on from ``version``."""
    row = VoiceVersionRow
    with catalog.reading() as session:
        voice = session.scalar(select(row.voice).where(row.id == version))
        versions = select(row.id, row.parent).where(row.voice == voice).order_by(row.number)
        parents = {each.id: each.parent for each in session.execute(versions)}
        uses: dict[str, str] = {}
        paths: dict[str, str] = {}
        learned: set[str] = set()
        line = _line(parents, version)
        for id_ in parents:  # the newest word counts
            for note in _of_version(session, id_):
                uses[note.sha256] = paths[note.path] = note.use
                if id_ in line and note.use == "learn":
                    learned.add(note.sha256)
    return Earlier(
        frozenset(learned),
        frozenset(hash_ for hash_, use in uses.items() if use == "learn"),
        frozenset(hash_ for hash_, use in uses.items() if use == "held_out"),
        frozenset(path for path, use in paths.items() if use == "held_out"),
    )


def changes(catalog: Catalog, version: int, before: int) -> Changes:
    """What has become of the notes since the version ``before``."""
    with catalog.reading() as session:
        now, then = (
            {note.path: note.sha256 for note in _of_version(session, each)}
            for each in (version, before)
        )
    return Changes(
        added=len(now.keys() - then.keys()),
        changed=sum(then[path] != now[path] for path in now.keys() & then.keys()),
        removed=len(then.keys() - now.keys()),
    )


def _line(parents: dict[int, int | None], version: int) -> set[int]:
    """The version and those it came from."""
    line: set[int] = set()
    at: int | None = version
    while at is not None and at not in line:
        line.add(at)
        at = parents.get(at)
    return line


def _of_version(session: Session, version: int) -> list[LearnedNote]:
    columns = [getattr(LearnedNoteRow, f.name) for f in fields(LearnedNote)]
    row = LearnedNoteRow
    found = session.execute(select(*columns).where(row.version == version).order_by(row.path))
    return [LearnedNote(*each) for each in found.all()]
