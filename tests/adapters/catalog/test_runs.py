"""Training runs and their steps."""

from collections.abc import Callable

import pytest
from sqlalchemy import text as sql

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from adapters.catalog.records import Run, RunStep, Voice
from adapters.wording import Phrase, phrase

GONE = phrase(
    "errors", "The folder {folder}: {why}", folder="/n/{x}", why=phrase("errors", "{n} gone", n=2)
)


@pytest.fixture
def run(catalog: Catalog) -> Run:
    return runs.add(catalog, "Anna", "rust", "/notes", 1, "f" * 64, '{"rank": 16}', 2**62)


def step(run: Run, number: int, held_out: float | None = None) -> RunStep:
    return RunStep(run.id, number, 3.0 / number, held_out, 1e-3, number * 100, number * 2.5)


def test_a_run_is_a_row_from_its_first_second(catalog: Catalog, run: Run) -> None:
    assert runs.get(catalog, run.id) == run
    assert (run.state, run.step, run.steps, run.voice, run.problem) == (
        "queued",
        0,
        0,
        None,
        None,
    )
    assert (run.seed, run.options, run.started) == (2**62, '{"rank": 16}', run.updated)
    with pytest.raises(LookupError):
        runs.get(catalog, run.id + 1)


def test_steps_carry_the_run_on(catalog: Catalog, run: Run) -> None:
    runs.plan(catalog, run.id, steps=10, documents=36, held_out_documents=4)
    made = [step(run, 1), step(run, 2, held_out=2.5)]
    for one in made:
        runs.record(catalog, one)
    runs.set_perplexity(catalog, run.id, before=30.0)
    runs.set_perplexity(catalog, run.id, after=20.0)
    kept = runs.get(catalog, run.id)
    assert runs.steps(catalog, run.id) == made
    assert (kept.step, kept.steps, kept.tokens, kept.seconds) == (2, 10, 200, 5.0)
    assert (kept.documents, kept.held_out_documents) == (36, 4)
    assert (kept.perplexity_before, kept.perplexity_after) == (30.0, 20.0)


def test_going_on_from_a_checkpoint_forgets_what_came_after(catalog: Catalog, run: Run) -> None:
    for number in range(1, 6):
        runs.record(catalog, step(run, number))
    runs.rewind(catalog, run.id, 3)
    assert [s.step for s in runs.steps(catalog, run.id)] == [1, 2, 3]
    assert (runs.get(catalog, run.id).step, runs.get(catalog, run.id).tokens) == (3, 300)
    runs.record(catalog, step(run, 4))
    assert [s.step for s in runs.steps(catalog, run.id)] == [1, 2, 3, 4]
    runs.rewind(catalog, run.id, 0)
    kept = runs.get(catalog, run.id)
    assert (kept.step, kept.tokens, kept.seconds) == (0, 0, 0.0)


def test_the_same_step_again_replaces_its_row(catalog: Catalog, run: Run) -> None:
    runs.record(catalog, step(run, 1))
    runs.record(catalog, step(run, 1, held_out=2.0))
    assert runs.steps(catalog, run.id) == [step(run, 1, held_out=2.0)]


def test_states(catalog: Catalog, run: Run) -> None:
    runs.set_state(catalog, run.id, "failed", problem=GONE)
    assert runs.get(catalog, run.id).problem == GONE
    runs.set_state(catalog, run.id, "running")
    kept = runs.get(catalog, run.id)
    assert (kept.state, kept.problem) == ("running", None)


def test_a_problem_of_the_first_timbre_is_read_as_it_stands(catalog: Catalog, run: Run) -> None:
    old = ["The disk is full.", "{not a gap}", '{"context": 1}', "[1, 2]", "12", ""]
    for text in old:
        with catalog.session() as session:
            session.execute(sql("UPDATE runs SET problem = :text"), {"text": text})
        kept = runs.get(catalog, run.id).problem
        assert isinstance(kept, Phrase)
        assert str(kept) == text


def test_only_what_was_under_way_is_interrupted(catalog: Catalog, run: Run) -> None:
    paused, queued = (runs.add(catalog, name, "plum", "/n", 1, "f", "{}", 0) for name in "BC")
    runs.set_state(catalog, run.id, "running")
    runs.set_state(catalog, paused.id, "paused")
    assert runs.interrupted(catalog) == 2
    assert [r.id for r in runs.everything(catalog)] == [run.id, paused.id, queued.id]
    states = [r.state for r in runs.everything(catalog)]
    assert states == ["interrupted", "paused", "interrupted"]


def test_a_finished_run_names_its_voice(
    catalog: Catalog, run: Run, add_voice: Callable[..., Voice]
) -> None:
    voice = add_voice("Anna", run=run.id)
    kept = runs.get(catalog, run.id)
    assert (kept.state, kept.voice, kept.version) == ("finished", voice.id, voice.version.id)
    assert voice.version.run == run.id
