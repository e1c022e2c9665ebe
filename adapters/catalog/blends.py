"""Blends: several voices that speak as one, kept under a name."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, delete, select, update
from sqlalchemy.orm import Session

from adapters.catalog import voices
from adapters.catalog.database import Catalog
from adapters.catalog.folding import fold
from adapters.catalog.records import Blend, BlendPart
from adapters.catalog.tables import BlendPartRow, BlendRow, now
from adapters.errors import UserError
from adapters.wording import phrase

Chosen = Sequence[tuple[int, float]]  # voices by their ids, each with its strength


def add(catalog: Catalog, name: str, parts: Chosen) -> Blend:
    """Keep a blend. Raises ``UserError`` where another one has that name."""
    with catalog.session() as session:
        _check_name(session, name)
        row = BlendRow(name=name.strip(), name_key=fold(name), created=now())
        session.add(row)
        session.flush()
        _put_parts(session, row.id, parts)
        return _one(session, row.id)


def change(catalog: Catalog, blend: int, name: str, parts: Chosen) -> Blend:
    """Give it this name and these parts. Raises ``UserError`` for a name that is taken."""
    with catalog.session() as session:
        _check_name(session, name, besides=blend)
        _change(session, blend, name=name.strip(), name_key=fold(name))
        session.execute(delete(BlendPartRow).where(BlendPartRow.blend == blend))
        _put_parts(session, blend, parts)
        return _one(session, blend)


def rename(catalog: Catalog, blend: int, name: str) -> None:
    """Raises ``UserError`` for a name that is taken; its parts stay, also those that are gone."""
    with catalog.session() as session:
        _check_name(session, name, besides=blend)
        _change(session, blend, name=name.strip(), name_key=fold(name))


def get(catalog: Catalog, blend: int) -> Blend:
    """Also one in the trash. Raises ``LookupError`` for an unknown id."""
    with catalog.reading() as session:
        return _one(session, blend)


def by_name(catalog: Catalog, name: str) -> Blend | None:
    """The blend of that name, whatever the case of its letters; not one in the trash."""
    query = select(BlendRow).where(BlendRow.name_key == fold(name), BlendRow.trashed.is_(None))
    with catalog.reading() as session:
        return next(iter(_records(session, query)), None)


def everything(catalog: Catalog) -> list[Blend]:
    """Blends that are not in the trash, the one used last first."""
    newest = (BlendRow.last_used.desc(), BlendRow.id.desc())
    query = select(BlendRow).where(BlendRow.trashed.is_(None)).order_by(*newest)
    with catalog.reading() as session:
        return _records(session, query)


def with_voice(catalog: Catalog, voice: int) -> list[Blend]:
    """The blends that a voice is part of, but for those in the trash."""
    mine = select(BlendPartRow.blend).where(BlendPartRow.voice == voice)
    query = select(BlendRow).where(BlendRow.trashed.is_(None), BlendRow.id.in_(mine))
    with catalog.reading() as session:
        return _records(session, query.order_by(BlendRow.name_key))


def touch(catalog: Catalog, blend: int) -> None:
    """Remember that it was used just now."""
    with catalog.session() as session:
        _change(session, blend, last_used=now())


def trash(catalog: Catalog, blend: int) -> None:
    """Move it to the trash; ``restore`` takes it out again."""
    with catalog.session() as session:
        _change(session, blend, trashed=now())


def restore(catalog: Catalog, blend: int) -> None:
    """Take it out of the trash; a name that was given away meanwhile gets a number."""
    with catalog.session() as session:
        name = _one(session, blend).name
        free, number = name, 2
        while _taken(session, free, besides=blend):
            free, number = f"{name} {number}", number + 1
        _change(session, blend, trashed=None, name=free, name_key=fold(free))


def _put_parts(session: Session, blend: int, parts: Chosen) -> None:
    cards = voices.some(session, {voice for voice, _ in parts})
    session.add_all(
        BlendPartRow(
            blend=blend,
            position=at,
            voice=voice,
            voice_name=cards[voice].name,
            strength=strength,
        )
        for at, (voice, strength) in enumerate(parts)
    )
    session.flush()


def _check_name(session: Session, name: str, besides: int | None = None) -> None:
    if _taken(session, name, besides):
        raise UserError(
            phrase("errors", "The blend was not saved."),
            phrase("errors", "Another blend is named “{name}” already.", name=name.strip()),
            phrase("errors", "Choose another name."),
        )


def _taken(session: Session, name: str, besides: int | None) -> bool:
    query = select(BlendRow.id).where(BlendRow.name_key == fold(name), BlendRow.trashed.is_(None))
    return any(blend != besides for blend in session.scalars(query))


def _change(session: Session, blend: int, **values: object) -> None:
    session.execute(update(BlendRow).where(BlendRow.id == blend).values(**values))


def _one(session: Session, blend: int) -> Blend:
    found = _records(session, select(BlendRow).where(BlendRow.id == blend))
    if not found:
        raise LookupError(f"no blend {blend}")
    return found[0]


def _records(session: Session, query: Select[Any]) -> list[Blend]:
    rows = session.scalars(query).all()
    parts = _parts(session, [row.id for row in rows])
    return [
        Blend(row.id, row.name, parts.get(row.id, ()), row.created, row.last_used, row.trashed)
        for row in rows
    ]


def _parts(session: Session, blends: list[int]) -> dict[int, tuple[BlendPart, ...]]:
    """Of each blend, in their order; a voice that is still there by the name it has now."""
    row = BlendPartRow
    query = select(row).where(row.blend.in_(blends)).order_by(row.blend, row.position)
    rows = session.scalars(query).all()
    there = voices.some(session, {row.voice for row in rows if row.voice is not None})
    found: dict[int, tuple[BlendPart, ...]] = {}
    for part in rows:
        voice = there.get(part.voice) if part.voice is not None else None
        name = voice.name if voice else part.voice_name
        known = found.get(part.blend, ())
        found[part.blend] = (*known, BlendPart(voice, name, part.strength))
    return found
