"""All that is kept of a voice, as plain values: its card, versions, runs, verdicts.

Given out for an archive, and taken in again as a new voice, in one transaction.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from adapters.catalog import voices
from adapters.catalog.database import Catalog
from adapters.catalog.folding import fold
from adapters.catalog.plain_rows import checked, plain
from adapters.catalog.records import Voice
from adapters.catalog.tables import (
    LearnedNoteRow,
    RunRow,
    RunSampleRow,
    RunStepRow,
    VerdictRow,
    VoiceRow,
    VoiceTagRow,
    VoiceVersionRow,
    now,
)

History = dict[str, Any]
# What means something only in the catalog that it stands in, or is said by the files themselves.
CARD = ("id", "name", "name_key", "bytes", "last_used", "trashed")
VERSION = ("id", "path", "sha256", "bytes", "rank", "targets", "origin", "trashed")
RUN = ("id", "model", "state", "trashed")
# Bounds of what is taken in.
MOST_VERSIONS, MOST_ROWS, MOST_TAGS = 1000, 1_000_000, 50
LONGEST_TAG, LONGEST_DESCRIPTION = 60, 10_000


@dataclass(frozen=True)
class KeptVersion:
    """A version's files as they lie below the folder of voices."""

    path: str
    sha256: str
    bytes: int
    rank: int
    targets: tuple[str, ...]


def history_of(catalog: Catalog, voice: int) -> History:
    """Everything about a voice; of a deleted version only what the others must know of it.

    Raises ``LookupError`` for an unknown id.
    """
    with catalog.reading() as session:
        row = session.get(VoiceRow, voice)
        if row is None:
            raise LookupError(f"no voice {voice}")
        tags = select(VoiceTagRow.tag).where(VoiceTagRow.voice == voice)
        of_it = select(VoiceVersionRow).where(VoiceVersionRow.voice == voice)
        every = session.scalars(of_it.order_by(VoiceVersionRow.number)).all()
        numbers = {version.id: version.number for version in every}
        return {
            "card": {"name": row.name, **plain(row, CARD), "tags": sorted(session.scalars(tags))},
            "current": numbers[row.version or 0],
            "versions": [
                _version(session, version, numbers) for version in every if not version.trashed
            ],
            "deleted": [
                _taught(session, version, numbers) for version in every if version.trashed
            ],
        }


def _taught(session: Session, row: VoiceVersionRow, numbers: Mapping[int, int]) -> History:
    """The row of a version, and what it did with the notes."""
    learned = select(LearnedNoteRow).where(LearnedNoteRow.version == row.id)
    return {
        **plain(row, VERSION),
        "parent": numbers.get(row.parent or 0),
        "learned": [plain(note) for note in session.scalars(learned)],
    }


def _version(session: Session, row: VoiceVersionRow, numbers: Mapping[int, int]) -> History:
    verdict = session.get(VerdictRow, row.id)
    return {
        **_taught(session, row, numbers),
        "run": _run(session, session.get(RunRow, row.run) if row.run else None),
        "verdict": plain(verdict) if verdict else None,
    }


def _run(session: Session, row: RunRow | None) -> History | None:
    if row is None:
        return None
    steps = select(RunStepRow).where(RunStepRow.run == row.id).order_by(RunStepRow.step)
    samples = select(RunSampleRow).where(RunSampleRow.run == row.id).order_by(RunSampleRow.step)
    return {
        **plain(row, RUN),
        "steps_made": [plain(step) for step in session.scalars(steps)],
        "samples": [plain(sample) for sample in session.scalars(samples)],
    }


def take_in(
    catalog: Catalog, history: History, files: Mapping[int, KeptVersion], model: int
) -> Voice:
    """A new voice with everything that ``history_of`` gave, or nothing at all.

    ``files`` by the version's number must be on disk already; ``model`` is the id of the base
    here, 0 where there is none. A name that is taken gets a number behind it. Raises
    ``ValueError`` where the history is none.
    """
    with catalog.session() as session:
        voice = _add_voice(session, _mapping(history.get("card")))
        ids: dict[int, int] = {}
        for given, kept in _versions(history, files):
            version = _add_version(session, voice, given, kept, ids)
            ids[version.number] = version.id
            _add_run(session, given.get("run") if kept else None, voice, version, model)
        current = history.get("current")
        if not isinstance(current, int) or current not in files:
            raise ValueError("its current version has no files")
        row = session.get_one(VoiceRow, voice)
        row.version, row.bytes = ids[current], files[current].bytes
    return voices.get(catalog, voice)


def _add_voice(session: Session, card: Mapping[str, Any]) -> int:
    values = checked(VoiceRow.__table__, card, CARD)  # type: ignore[arg-type]
    name = voices.free_name(session, str(card.get("name") or ""))
    if values["colour"] not in voices.COLOURS:
        raise ValueError("an unknown colour")
    values["description"] = values["description"][:LONGEST_DESCRIPTION]
    row = VoiceRow(name=name, name_key=fold(name), bytes=0, **values)
    session.add(row)
    session.flush()
    tags = {fold(tag): tag for tag in card.get("tags") or () if isinstance(tag, str)}
    for key, tag in list(tags.items())[:MOST_TAGS]:
        if key and len(tag) <= LONGEST_TAG:
            session.add(VoiceTagRow(voice=row.id, tag_key=key, tag=tag))
    return row.id


def _versions(
    history: History, files: Mapping[int, KeptVersion]
) -> list[tuple[Mapping[str, Any], KeptVersion | None]]:
    """All versions by number, so that parents come first; None is a deleted one, without files."""
    there = _rows(history.get("versions"), MOST_VERSIONS)
    deleted = _rows(history.get("deleted", []), MOST_VERSIONS)
    numbers = [_number(given) for given in there]
    every = [*numbers, *map(_number, deleted)]
    if set(numbers) != files.keys() or len(set(every)) != len(every):
        raise ValueError("its versions are not those of its files")
    return sorted(
        [(given, files.get(_number(given))) for given in (*there, *deleted)],
        key=lambda pair: _number(pair[0]),
    )


def _number(given: Mapping[str, Any]) -> int:
    number = given.get("number")
    if type(number) is not int or not 1 <= number < 2**31:
        raise ValueError("no number of a version")
    return number


def _add_version(
    session: Session,
    voice: int,
    given: Mapping[str, Any],
    kept: KeptVersion | None,
    ids: Mapping[int, int],
) -> VoiceVersionRow:
    """Without files it is one that was deleted for good."""
    values = checked(VoiceVersionRow.__table__, given, VERSION)  # type: ignore[arg-type]
    parent = given.get("parent")
    row = VoiceVersionRow(
        voice=voice,
        path=kept.path if kept else "",
        sha256=kept.sha256 if kept else "",
        bytes=kept.bytes if kept else 0,
        rank=kept.rank if kept else 0,
        targets=",".join(kept.targets) if kept else "",
        parent=ids.get(parent) if isinstance(parent, int) else None,
        origin="imported",
        trashed=None if kept else now(),
        **values,
    )
    session.add(row)
    session.flush()
    _add_rows(session, LearnedNoteRow, given.get("learned"), version=row.id)
    if kept and given.get("verdict") is not None:
        _add_rows(session, VerdictRow, [given["verdict"]], version=row.id)
    return row


def _add_run(
    session: Session, given: object, voice: int, version: VoiceVersionRow, model: int
) -> None:
    """A run that has made its version long ago."""
    if given is None:
        return
    values = checked(RunRow.__table__, given, RUN)  # type: ignore[arg-type]
    row = RunRow(voice=voice, version=version.id, model=model, state="finished", **values)
    session.add(row)
    session.flush()
    version.run = row.id
    run = _mapping(given)
    _add_rows(session, RunStepRow, run.get("steps_made"), run=row.id)
    _add_rows(session, RunSampleRow, run.get("samples"), run=row.id)


def _add_rows(session: Session, kind: Any, given: object, **owner: int) -> None:
    rows = [{**checked(kind.__table__, one), **owner} for one in _rows(given, MOST_ROWS)]
    keys = [column.name for column in kind.__table__.primary_key]
    if len({tuple(row[key] for key in keys) for row in rows}) != len(rows):
        raise ValueError(f"{kind.__tablename__}: two rows of one key")
    if rows:
        session.execute(kind.__table__.insert(), rows)


def _rows(given: object, most: int) -> list[Mapping[str, Any]]:
    if not isinstance(given, list) or len(given) > most:
        raise ValueError("no list of rows")
    return [_mapping(one) for one in given]


def _mapping(given: object) -> Mapping[str, Any]:
    if not isinstance(given, dict):
        raise ValueError("no row")
    return given
