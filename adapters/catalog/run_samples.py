"""Replies on the way: what the voice in training said to one prompt, step by step."""

from dataclasses import fields

from sqlalchemy import delete, select

from adapters.catalog.database import Catalog
from adapters.catalog.records import RunSample
from adapters.catalog.tables import RunSampleRow

SAMPLE = [getattr(RunSampleRow, f.name) for f in fields(RunSample)]


def of(catalog: Catalog, run: int) -> list[RunSample]:
    """The samples of a run, by step."""
    query = select(*SAMPLE).where(RunSampleRow.run == run).order_by(RunSampleRow.step)
    with catalog.reading() as session:
        return [RunSample(*row) for row in session.execute(query)]


def add(catalog: Catalog, sample: RunSample) -> None:
    """Keep one. Those to another prompt leave: only replies to the same one compare."""
    others = delete(RunSampleRow).where(
        RunSampleRow.run == sample.run, RunSampleRow.prompt != sample.prompt
    )
    with catalog.session() as session:
        session.execute(others)
        session.merge(RunSampleRow(**{f.name: getattr(sample, f.name) for f in fields(RunSample)}))
