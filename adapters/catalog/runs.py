"""Training runs, from their first second, and the steps that they made."""

from dataclasses import fields
from typing import Any, cast

from sqlalchemy import CursorResult, delete, select, update
from sqlalchemy.orm import Session

from adapters.catalog.database import Catalog
from adapters.catalog.records import Run, RunState, RunStep
from adapters.catalog.tables import RunRow, RunStepRow, now

RUN = [getattr(RunRow, f.name) for f in fields(Run)]
STEP = [getattr(RunStepRow, f.name) for f in fields(RunStep)]


def add(
    catalog: Catalog,
    name: str,
    colour: str,
    folder: str,
    model: int,
    model_fingerprint: str,
    options: str,
    seed: int,
) -> Run:
    """Begin a run: its state is "running". ``options`` is the JSON of ``TrainingOptions``."""
    moment = now()
    row = RunRow(
        name=name,
        colour=colour,
        folder=folder,
        model=model,
        model_fingerprint=model_fingerprint,
        options=options,
        seed=seed,
        state="running",
        step=0,
        steps=0,
        tokens=0,
        seconds=0.0,
        documents=0,
        held_out_documents=0,
        started=moment,
        updated=moment,
    )
    with catalog.session() as session:
        session.add(row)
        session.flush()
        return _one(session, row.id)


def get(catalog: Catalog, run: int) -> Run:
    """Raises ``LookupError`` for an unknown id."""
    with catalog.reading() as session:
        return _one(session, run)


def everything(catalog: Catalog) -> list[Run]:
    """All runs, oldest first."""
    with catalog.reading() as session:
        return [Run(*row) for row in session.execute(select(*RUN).order_by(RunRow.id))]


def set_state(catalog: Catalog, run: int, state: RunState, problem: str | None = None) -> None:
    _change(catalog, run, state=state, problem=problem)


def plan(catalog: Catalog, run: int, steps: int, documents: int, held_out_documents: int) -> None:
    """Remember how long it will be, once the notes have been read."""
    _change(catalog, run, steps=steps, documents=documents, held_out_documents=held_out_documents)


def record(catalog: Catalog, step: RunStep) -> None:
    """Keep one step and carry the run's counts on; the same step again replaces the old row."""
    with catalog.session() as session:
        session.merge(RunStepRow(**{f.name: getattr(step, f.name) for f in fields(RunStep)}))
        session.execute(
            update(RunRow)
            .where(RunRow.id == step.run)
            .values(step=step.step, tokens=step.tokens, seconds=step.seconds, updated=now())
        )


def set_perplexity(
    catalog: Catalog, run: int, before: float | None = None, after: float | None = None
) -> None:
    """Set either or both; one that is None stays as it is."""
    given = {"perplexity_before": before, "perplexity_after": after}
    _change(catalog, run, **{name: value for name, value in given.items() if value is not None})


def finish(catalog: Catalog, run: int, voice: int, version: int) -> None:
    """The run has made this version of this voice."""
    _change(catalog, run, state="finished", voice=voice, version=version, problem=None)


def steps(catalog: Catalog, run: int) -> list[RunStep]:
    """All steps in order."""
    query = select(*STEP).where(RunStepRow.run == run).order_by(RunStepRow.step)
    with catalog.reading() as session:
        return [RunStep(*row) for row in session.execute(query)]


def rewind(catalog: Catalog, run: int, step: int) -> None:
    """Forget the steps after ``step``: the run goes on from its checkpoint there."""
    with catalog.session() as session:
        after = delete(RunStepRow).where(RunStepRow.run == run, RunStepRow.step > step)
        session.execute(after)
        last = select(*STEP).where(RunStepRow.run == run).order_by(RunStepRow.step.desc())
        found = session.execute(last.limit(1)).one_or_none()
        tokens, seconds = (found.tokens, found.seconds) if found else (0, 0.0)
        session.execute(
            update(RunRow)
            .where(RunRow.id == run)
            .values(step=step, tokens=tokens, seconds=seconds, updated=now())
        )


def interrupted(catalog: Catalog) -> int:
    """Mark runs that a crash cut off; the process that owns the data folder asks at start."""
    with catalog.session() as session:
        left = update(RunRow).where(RunRow.state == "running").values(state="interrupted")
        return cast("CursorResult[Any]", session.execute(left)).rowcount


def _one(session: Session, run: int) -> Run:
    found = session.execute(select(*RUN).where(RunRow.id == run)).one_or_none()
    if found is None:
        raise LookupError(f"no run {run}")
    return Run(*found)


def _change(catalog: Catalog, run: int, **values: object) -> None:
    with catalog.session() as session:
        session.execute(update(RunRow).where(RunRow.id == run).values(**values, updated=now()))
