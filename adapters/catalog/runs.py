"""Training runs, from their first second, and the steps that they made."""

from collections.abc import Collection
from dataclasses import fields
from typing import Any, cast

from sqlalchemy import CursorResult, delete, select, update
from sqlalchemy.orm import Session

from adapters.catalog.database import Catalog
from adapters.catalog.records import Run, RunState, RunStep, VoiceVersion
from adapters.catalog.tables import RunRow, RunSampleRow, RunStepRow, now
from adapters.wording import Phrase

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
    prompt: str = "",
    goes_on: VoiceVersion | None = None,
) -> Run:
    """Queue a new run: a row from its first second. ``options``: JSON of ``TrainingOptions``.

    ``model_fingerprint`` may be empty until the model has been converted. A run that
    ``goes_on`` from a version makes the next one of the same voice.
    """
    moment = now()
    row = RunRow(
        name=name,
        colour=colour,
        folder=folder,
        model=model,
        model_fingerprint=model_fingerprint,
        options=options,
        seed=seed,
        prompt=prompt,
        setbacks=0,
        voice=goes_on.voice if goes_on else None,
        base_version=goes_on.id if goes_on else None,
        state="queued",
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
    """Also one in the trash. Raises ``LookupError`` for an unknown id."""
    with catalog.reading() as session:
        return _one(session, run)


def everything(catalog: Catalog) -> list[Run]:
    """Runs that are not in the trash, oldest first."""
    query = select(*RUN).where(RunRow.trashed.is_(None)).order_by(RunRow.id)
    with catalog.reading() as session:
        return [Run(*row) for row in session.execute(query)]


def set_state(catalog: Catalog, run: int, state: RunState, problem: Phrase | None = None) -> None:
    _change(catalog, run, state=state, problem=problem)


def set_model(catalog: Catalog, run: int, model: int, fingerprint: str) -> None:
    """Keep on which model it is trained, once that is loaded."""
    _change(catalog, run, model=model, model_fingerprint=fingerprint)


def set_options(catalog: Catalog, run: int, options: str) -> None:
    """Keep what the run really works with, as the JSON of ``TrainingOptions``."""
    _change(catalog, run, options=options)


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


def steps(catalog: Catalog, run: int) -> list[RunStep]:
    """All steps in order."""
    query = select(*STEP).where(RunStepRow.run == run).order_by(RunStepRow.step)
    with catalog.reading() as session:
        return [RunStep(*row) for row in session.execute(query)]


def steps_of(catalog: Catalog, run_ids: Collection[int]) -> dict[int, list[RunStep]]:
    """All steps in order of each of these runs."""
    query = select(*STEP).where(RunStepRow.run.in_(run_ids))
    found: dict[int, list[RunStep]] = {}
    with catalog.reading() as session:
        for row in session.execute(query.order_by(RunStepRow.run, RunStepRow.step)):
            found.setdefault(row.run, []).append(RunStep(*row))
    return found


def set_prompt(catalog: Catalog, run: int, prompt: str) -> None:
    """Ask something else from now on, also in the middle of the run."""
    _change(catalog, run, prompt=prompt)


def count_setback(catalog: Catalog, run: int) -> None:
    """It went back to a checkpoint, with a lower learning rate."""
    with catalog.session() as session:
        more = {"setbacks": RunRow.setbacks + 1, "updated": now()}
        session.execute(update(RunRow).where(RunRow.id == run).values(more))


def rewind(catalog: Catalog, run: int, step: int) -> None:
    """Forget steps and samples after ``step``: the run goes on from its checkpoint there."""
    with catalog.session() as session:
        for table in (RunStepRow, RunSampleRow):
            session.execute(delete(table).where(table.run == run, table.step > step))
        last = select(*STEP).where(RunStepRow.run == run).order_by(RunStepRow.step.desc())
        found = session.execute(last.limit(1)).one_or_none()
        tokens, seconds = (found.tokens, found.seconds) if found else (0, 0.0)
        session.execute(
            update(RunRow)
            .where(RunRow.id == run)
            .values(step=step, tokens=tokens, seconds=seconds, updated=now())
        )


def trash(catalog: Catalog, run: int) -> None:
    """Move it to the trash; ``restore`` takes it out again."""
    _change(catalog, run, trashed=now())


def restore(catalog: Catalog, run: int) -> None:
    """Take it out of the trash, as it was."""
    _change(catalog, run, trashed=None)


def interrupted(catalog: Catalog) -> int:
    """Mark runs that a crash cut off; the process that owns the data folder asks at start."""
    with catalog.session() as session:
        left = update(RunRow).where(RunRow.state.in_(("running", "queued")))
        marked = session.execute(left.values(state="interrupted"))
        return cast("CursorResult[Any]", marked).rowcount


def _one(session: Session, run: int) -> Run:
    found = session.execute(select(*RUN).where(RunRow.id == run)).one_or_none()
    if found is None:
        raise LookupError(f"no run {run}")
    return Run(*found)


def _change(catalog: Catalog, run: int, **values: object) -> None:
    with catalog.session() as session:
        session.execute(update(RunRow).where(RunRow.id == run).values(**values, updated=now()))
