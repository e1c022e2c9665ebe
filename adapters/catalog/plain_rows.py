"""Rows of the catalog as plain JSON values and back, checked against the kinds of their columns.

What comes back is from a file that anybody may have written, so a column takes only what it
could have held. New columns travel by themselves; those that are missing get their default.
"""

import math
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Table

from adapters.catalog.columns import Moment, Sentence, Words

LONGEST_TEXT = 1_000_000  # letters
LARGEST = 2**63 - 1
YEARS = range(1971, 3000)  # in every time zone a moment of these is one


def plain(row: Any, left_out: Collection[str] = ()) -> dict[str, object]:
    """The columns of a mapped row, apart from those that mean something only here."""
    values = {column.name: getattr(row, column.name) for column in _kept(row.__table__, left_out)}
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in values.items()
    }


def checked(table: Table, given: object, left_out: Collection[str] = ()) -> dict[str, Any]:
    """What ``plain`` gave, as values for a new row. Raises ``ValueError`` where it did not."""
    if not isinstance(given, Mapping):
        raise ValueError(f"{table.name}: no row")
    values = {}
    for column in _kept(table, left_out):
        value = given.get(column.name)
        if value is not None:
            values[column.name] = _value(column, value)
        elif not column.nullable and column.server_default is None:
            raise ValueError(f"{table.name}: {column.name} is missing")
    return values


def _kept(table: Table, left_out: Collection[str]) -> list[Column[Any]]:
    """Links to other rows mean something only here.

    A sentence with gaps is never taken: only what Timbre itself has said may be filled in.
    """
    return [
        column
        for column in table.columns
        if column.name not in left_out
        and not column.foreign_keys
        and not isinstance(column.type, Sentence)
    ]


def _value(column: Column[Any], value: object) -> object:
    if isinstance(column.type, Moment):
        return _moment(column, value)
    kind = str if isinstance(column.type, Words) else column.type.python_type
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind or not _bounded(value):
        raise ValueError(f"{column.table.name}: {column.name} cannot be that")
    return value


def _bounded(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, str):
        return len(value) <= LONGEST_TEXT
    return isinstance(value, int) and abs(value) <= LARGEST


def _moment(column: Column[Any], value: object) -> datetime:
    if isinstance(value, str) and len(value) <= 40:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is not None and moment.year in YEARS:
            return moment
    raise ValueError(f"{column.table.name}: {column.name} is no time")
