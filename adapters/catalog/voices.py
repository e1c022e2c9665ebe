"""Voices and their versions."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from typing import Any, Literal

from sqlalchemy import Row, Select, func, select, update
from sqlalchemy.orm import Session

from adapters.catalog import learned_notes
from adapters.catalog.database import Catalog
from adapters.catalog.folding import fold
from adapters.catalog.records import LearnedNote, Voice, VoiceVersion
from adapters.catalog.tables import RunRow, VoiceRow, VoiceVersionRow, now
from adapters.catalog.versions import gone
from adapters.errors import UserError
from adapters.wording import phrase

COLOURS = ("rust", "indigo", "olive", "plum", "lagoon", "rose", "slate", "ochre")
Order = Literal["last_used", "name", "created", "size"]
ORDERS = {
    # "Last used" of a voice that never spoke is empty, and SQLite puts it last here.
    "last_used": (VoiceRow.last_used.desc(), VoiceRow.id.desc()),
    "name": (VoiceRow.name_key.asc(),),
    "created": (VoiceRow.created.desc(), VoiceRow.id.desc()),
    "size": (VoiceRow.bytes.desc(), VoiceRow.id.desc()),
}
VOICE = [getattr(VoiceRow, f.name) for f in fields(Voice) if f.name != "version"]
VERSION = [getattr(VoiceVersionRow, f.name) for f in fields(VoiceVersion)]
VERSION_AT = [f.name for f in fields(Voice)].index("version")
TARGETS_AT = [f.name for f in fields(VoiceVersion)].index("targets")


def add_version(
    catalog: Catalog,
    run: int | None,
    name: str,
    colour: str,
    model_name: str,
    model_fingerprint: str,
    path: str,
    sha256: str,
    bytes: int,
    rank: int,
    targets: Sequence[str],
    perplexity_before: float | None,
    perplexity_after: float | None,
    notes: int,
    voice: int | None = None,
    description: str = "",
    parent: int | None = None,
    learned: Iterable[LearnedNote] = (),
) -> Voice:
    """Make a voice with its first version, or the next version of ``voice``; it is current.

    ``parent`` is the version that it went on from, ``learned`` what became of the notes. A new
    voice whose name is taken gets a number behind it: no training is lost to a name. The files
    at ``path`` (below the folder of voices) must be on disk already. The run that made it is
    finished at the same moment: one that was killed between the two would make it twice.
    """
    with catalog.session() as session:
        if voice is None:
            voice = _add(session, name, colour, model_name, model_fingerprint, description)
        version = VoiceVersionRow(
            voice=voice,
            number=_next_number(session, voice),
            path=path,
            sha256=sha256,
            bytes=bytes,
            rank=rank,
            targets=",".join(targets),
            run=run,
            perplexity_before=perplexity_before,
            perplexity_after=perplexity_after,
            notes=notes,
            created=now(),
            parent=parent,
        )
        return _put(session, version, learned)


def get(catalog: Catalog, voice: int) -> Voice:
    """Also one in the trash. Raises ``LookupError`` for an unknown id."""
    with catalog.reading() as session:
        return _one(session, voice)


def by_name(catalog: Catalog, name: str) -> Voice | None:
    """The voice of that name, whatever the case of its letters; not one in the trash."""
    query = _voices().where(VoiceRow.name_key == fold(name), VoiceRow.trashed.is_(None))
    with catalog.reading() as session:
        found = session.execute(query).one_or_none()
    return _record(found) if found else None


def version(catalog: Catalog, version_id: int) -> VoiceVersion:
    """Also one in the trash. Raises ``LookupError`` for an unknown id."""
    with catalog.reading() as session:
        found = session.execute(
            select(*VERSION).where(VoiceVersionRow.id == version_id)
        ).one_or_none()
    if found is None:
        raise LookupError(f"no version {version_id}")
    return _version(found)


def versions(catalog: Catalog, voice: int) -> list[VoiceVersion]:
    """The versions of a voice that are not in the trash, newest first."""
    row = VoiceVersionRow
    query = select(*VERSION).where(row.voice == voice, row.trashed.is_(None))
    with catalog.reading() as session:
        found = session.execute(query.order_by(VoiceVersionRow.number.desc()))
        return [_version(row) for row in found]


def make_current(catalog: Catalog, version: int) -> Voice:
    """Let a voice speak with this version from now on; the others stay as they are.

    Raises ``UserError`` where it was deleted meanwhile.
    """
    with catalog.session() as session:
        row = session.get(VoiceVersionRow, version)
        if row is None or row.trashed is not None:
            raise gone()
        _change(session, row.voice, version=row.id, bytes=row.bytes)
        return _one(session, row.voice)


def everything(
    catalog: Catalog, order: Order = "last_used", limit: int | None = None, offset: int = 0
) -> list[Voice]:
    """Voices that are not in the trash; a page of them where ``limit`` is given."""
    query = _voices().where(VoiceRow.trashed.is_(None)).order_by(*ORDERS[order])
    with catalog.reading() as session:
        found = session.execute(query.limit(limit).offset(offset or None))
        return [_record(row) for row in found]


def some(session: Session, ids: Collection[int]) -> dict[int, Voice]:
    """Those of these ids that there are, also in the trash."""
    found = session.execute(_voices().where(VoiceRow.id.in_(ids)))
    return {voice.id: voice for voice in map(_record, found)}


def rename(catalog: Catalog, voice: int, name: str) -> None:
    """Raises ``UserError`` when another voice has that name."""
    with catalog.session() as session:
        if _taken(session, name, besides=voice):
            raise UserError(
                phrase("errors", "The voice was not renamed."),
                phrase("errors", "Another voice is named “{name}” already.", name=name.strip()),
                phrase("errors", "Choose another name."),
            )
        _change(session, voice, name=name.strip(), name_key=fold(name))


def set_colour(catalog: Catalog, voice: int, colour: str) -> None:
    if colour not in COLOURS:
        raise ValueError(f"no voice colour {colour!r}")
    with catalog.session() as session:
        _change(session, voice, colour=colour)


def describe(catalog: Catalog, voice: int, description: str) -> None:
    with catalog.session() as session:
        _change(session, voice, description=description)


def touch(catalog: Catalog, voice: int) -> None:
    """Remember that it was used just now."""
    with catalog.session() as session:
        _change(session, voice, last_used=now())


def trash(catalog: Catalog, voice: int) -> None:
    """Move it to the trash; ``restore`` takes it out again."""
    with catalog.session() as session:
        _change(session, voice, trashed=now())


def restore(catalog: Catalog, voice: int) -> None:
    """Take it out of the trash; a name that was given away meanwhile gets a number."""
    with catalog.session() as session:
        name = free_name(session, _one(session, voice).name, besides=voice)
        _change(session, voice, trashed=None, name=name, name_key=fold(name))


def next_colour(catalog: Catalog) -> str:
    """The colour that the fewest voices have; the earlier of the list where several tie."""
    query = select(VoiceRow.colour).where(VoiceRow.trashed.is_(None))
    with catalog.reading() as session:
        used = Counter(session.scalars(query))
    return min(COLOURS, key=lambda colour: used[colour])


def _put(session: Session, version: VoiceVersionRow, learned: Iterable[LearnedNote]) -> Voice:
    session.add(version)
    session.flush()
    learned_notes.put(session, version.id, learned)
    made = {"state": "finished", "voice": version.voice, "version": version.id, "problem": None}
    session.execute(update(RunRow).where(RunRow.id == version.run).values(**made))
    _change(session, version.voice, version=version.id, bytes=version.bytes)
    return _one(session, version.voice)


def _add(session: Session, name: str, colour: str, model: str, print_: str, text: str) -> int:
    name = free_name(session, name)
    row = VoiceRow(
        name=name,
        name_key=fold(name),
        colour=colour,
        description=text,
        model_name=model,
        model_fingerprint=print_,
        bytes=0,
        created=now(),
    )
    session.add(row)
    session.flush()
    return row.id


def _next_number(session: Session, voice: int) -> int:
    newest = select(func.max(VoiceVersionRow.number)).where(VoiceVersionRow.voice == voice)
    return (session.scalar(newest) or 0) + 1


def free_name(session: Session, name: str, besides: int | None = None) -> str:
    """The name, with a number behind it where another voice has it."""
    name = name.strip()
    free, number = name, 2
    while _taken(session, free, besides):
        free, number = f"{name} {number}", number + 1
    return free


def _taken(session: Session, name: str, besides: int | None = None) -> bool:
    query = select(VoiceRow.id).where(VoiceRow.name_key == fold(name), VoiceRow.trashed.is_(None))
    return any(voice != besides for voice in session.scalars(query))


def _change(session: Session, voice: int, **values: object) -> None:
    session.execute(update(VoiceRow).where(VoiceRow.id == voice).values(**values))


def _voices() -> Select[Any]:
    return select(*VOICE, *VERSION).join(VoiceVersionRow, VoiceRow.version == VoiceVersionRow.id)


def _one(session: Session, voice: int) -> Voice:
    found = session.execute(_voices().where(VoiceRow.id == voice)).one_or_none()
    if found is None:
        raise LookupError(f"no voice {voice}")
    return _record(found)


def _record(row: Row[Any]) -> Voice:
    values = list(row)
    card, version_ = values[: len(VOICE)], values[len(VOICE) :]
    card.insert(VERSION_AT, _version(version_))
    return Voice(*card)


def _version(row: Sequence[Any]) -> VoiceVersion:
    values = list(row)
    values[TARGETS_AT] = tuple(values[TARGETS_AT].split(","))
    return VoiceVersion(*values)
