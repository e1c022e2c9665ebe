"""Memory that runs short, and notes that change under a run."""

from pathlib import Path

import pytest

from engine.jobs import run_watch
from engine.jobs.state import State
from engine.messages import HeldOut, RunTrouble, TrainingStep
from tests.engine.jobs.running import collect, train, until
from tests.engine.jobs.trainings import command

pytestmark = pytest.mark.usefixtures("tiny")


def test_a_folder_that_changes_is_said_once_and_the_run_goes_on(state: State, notes: Path) -> None:
    job = train(state, command(notes))
    until(job, TrainingStep)
    (notes / "new.md").write_text("# New\n\nWritten while it learns.", encoding="utf-8")
    updates, trained = collect(job)
    assert sum(isinstance(u, HeldOut) for u in updates) > 1
    assert [u for u in updates if isinstance(u, RunTrouble)] == [RunTrouble(trained.run, "folder")]


def test_memory_that_runs_short_is_said_and_when_it_is_free_again(
    state: State, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = train(state, command(notes))
    until(job, TrainingStep)
    monkeypatch.setattr(run_watch, "SHORT", 1.0)  # nothing is ever free enough
    (short,) = until(job, RunTrouble)[-1:]
    assert isinstance(short, RunTrouble)
    assert (short.kind, short.over) == ("memory", False)
    monkeypatch.setattr(run_watch, "SHORT", 0.0)
    (free,) = until(job, RunTrouble)[-1:]
    assert isinstance(free, RunTrouble)
    assert (free.kind, free.over) == ("memory", True)
    job.close()


def test_the_peak_of_the_memory_is_told_with_each_step(state: State, notes: Path) -> None:
    updates, _ = collect(train(state, command(notes)))
    peaks = [u.peak_memory for u in updates if isinstance(u, TrainingStep)]
    assert peaks[0] > 0
    assert peaks == sorted(peaks)
    assert all(u.memory <= u.peak_memory for u in updates if isinstance(u, TrainingStep))
