"""Base models that the owner has on disk."""

from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, select, update

from adapters.catalog.database import Catalog
from adapters.catalog.records import Model, ModelKind
from adapters.catalog.tables import ModelRow, now

COLUMNS = [getattr(ModelRow, f.name) for f in fields(Model)]


def add(
    catalog: Catalog,
    name: str,
    kind: ModelKind,
    path: str,
    bytes: int,
    context_length: int | None,
) -> Model:
    """Remember a model; one that is known by this path already is given back as it is."""
    with catalog.session() as session:
        known = session.execute(_where(ModelRow.path == path)).one_or_none()
        if known:
            return Model(*known)
        row = ModelRow(
            name=name,
            kind=kind,
            path=path,
            bytes=bytes,
            context_length=context_length,
            added=now(),
        )
        session.add(row)
        session.flush()
        return Model(*session.execute(_where(ModelRow.id == row.id)).one())


def get(catalog: Catalog, model: int) -> Model:
    """Raises ``LookupError`` for an unknown id."""
    with catalog.reading() as session:
        found = session.execute(_where(ModelRow.id == model)).one_or_none()
    if found is None:
        raise LookupError(f"no model {model}")
    return Model(*found)


def everything(catalog: Catalog) -> list[Model]:
    """All models, the last used first."""
    order = (ModelRow.last_used.desc(), ModelRow.id)
    with catalog.reading() as session:
        return [Model(*row) for row in session.execute(select(*COLUMNS).order_by(*order))]


def set_quantised(catalog: Catalog, model: int, nf4_path: str, fingerprint: str) -> None:
    """Remember where the 4-bit copy lies and what its weights are."""
    _change(catalog, model, nf4_path=nf4_path, fingerprint=fingerprint)


def touch(catalog: Catalog, model: int) -> None:
    """Remember that it was used just now."""
    _change(catalog, model, last_used=now())


def forget(catalog: Catalog, model: int) -> None:
    """Take it off the list; its files stay."""
    with catalog.session() as session:
        session.execute(delete(ModelRow).where(ModelRow.id == model))


def _where(condition: ColumnElement[bool]) -> Select[Any]:
    return select(*COLUMNS).where(condition)


def _change(catalog: Catalog, model: int, **values: object) -> None:
    with catalog.session() as session:
        session.execute(update(ModelRow).where(ModelRow.id == model).values(**values))
