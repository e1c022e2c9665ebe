"""A training that waits: its row, what it waits for, and ways in which it never begins."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.catalog import models, runs
from adapters.catalog.records import Model
from adapters.errors import UserError
from engine.engine import Engine
from engine.jobs import run_queue
from engine.jobs import training as training_jobs
from engine.jobs.state import State
from engine.messages import (
    Cancelled,
    CarryOut,
    Event,
    Finished,
    Preparing,
    Progress,
    ResumeTraining,
    RunQueued,
    RunStarted,
    Started,
    StopAndKeep,
    Train,
    Trained,
    TrainingStep,
    UnloadModel,
)
from engine.owner import Owner, own
from engine.places import Places
from tests.engine.jobs.running import finish, resume, train, until
from tests.engine.jobs.trainings import OPTIONS, command, sha
from tests.fakes import Heard
from tests.heard import user_error


@pytest.mark.usefixtures("tiny")
def test_a_run_is_a_row_before_a_model_is_loaded(state: State, notes: Path) -> None:
    job = train(state, command(notes))
    assert next(job) == RunQueued(1, "")
    (run,) = runs.everything(state.catalog)
    assert (run.state, run.step, run.steps) == ("queued", 0, 0)
    until(job, Preparing)  # the model is being loaded
    assert state.loaded is None
    assert runs.get(state.catalog, run.id).state == "running"
    job.close()
    assert runs.get(state.catalog, run.id).state == "paused"
    assert state.training is None
    assert finish(resume(state, ResumeTraining(run.id))).run == run.id


def test_its_model_is_known_once_it_is_converted(
    state: State, tiny_model: Path, notes: Path
) -> None:
    row = models.add(state.catalog, "Tiny", "folder", str(tiny_model), 1_000, 512)
    job = train(state, command(notes))
    next(job)
    assert runs.get(state.catalog, 1).model_fingerprint == ""
    finish(job)
    made = models.get(state.catalog, row.id).fingerprint
    assert made
    assert runs.get(state.catalog, 1).model_fingerprint == made


def test_without_a_model_there_is_no_run(state: State, notes: Path) -> None:
    with pytest.raises(UserError, match="no model"):
        next(run_queue.train(state, command(notes)))
    assert runs.everything(state.catalog) == []


@pytest.mark.usefixtures("tiny")
def test_a_number_given_out_again_finds_no_checkpoint(state: State, notes: Path) -> None:
    """After an older backup of the catalog was restored."""
    old = state.places.checkpoints / "1"
    old.mkdir(parents=True)
    (old / "notes.safetensors").write_bytes(b"of another run")
    next(run_queue.train(state, command(notes)))
    assert not old.exists()


@pytest.mark.usefixtures("tiny")
def test_what_is_queued_or_in_the_trash_is_not_resumed(state: State, notes: Path) -> None:
    finish(run_queue.train(state, command(notes)))
    with pytest.raises(UserError, match="waits for its turn"):
        next(training_jobs.resume(state, ResumeTraining(1)))
    runs.set_state(state.catalog, 1, "paused")
    runs.trash(state.catalog, 1)
    with pytest.raises(UserError, match="in the trash"):
        next(training_jobs.resume(state, ResumeTraining(1)))


@pytest.mark.usefixtures("tiny")
def test_a_run_under_way_is_not_resumed_beside_itself(state: State, notes: Path) -> None:
    job = train(state, command(notes))
    until(job, RunStarted)
    with pytest.raises(UserError, match="under way already"):
        next(training_jobs.resume(state, ResumeTraining(1)))
    job.close()


@pytest.mark.usefixtures("tiny")
def test_an_end_that_the_disk_refused_to_write_is_written_later(
    state: State, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = train(state, command(notes))
    until(job, TrainingStep, 2)

    def full(*_: object) -> None:
        raise user_error()

    monkeypatch.setattr(runs, "record", full)
    monkeypatch.setattr(runs, "set_state", full)
    with pytest.raises(UserError, match="could not be read"):
        finish(job)
    monkeypatch.undo()
    assert runs.get(state.catalog, 1).state == "running"  # a lie, for now
    finish(_engine(state).handle(UnloadModel()))
    kept = runs.get(state.catalog, 1)
    assert kept.state == "interrupted"
    assert kept.problem is not None
    assert state.unsettled == {}


@pytest.mark.usefixtures("tiny")
def test_a_row_that_says_running_with_nothing_under_way_can_be_resumed(
    state: State, notes: Path
) -> None:
    job = train(state, command(notes))
    until(job, TrainingStep, 2)
    job.close()
    runs.set_state(state.catalog, 1, "running")
    assert finish(resume(state, ResumeTraining(1))).steps > 2


def test_a_model_that_was_forgotten_and_added_again_is_found_by_its_weights(
    state: State, tiny: Model, tiny_model: Path, notes: Path
) -> None:
    whole = finish(train(state, command(notes)))
    job = train(state, command(notes, "Paused"))
    until(job, TrainingStep, 2)
    job.close()
    finish(_engine(state).handle(UnloadModel()))
    models.forget(state.catalog, tiny.id)
    other = models.add(state.catalog, "Other", "folder", "/nowhere", 1_000, 512)
    again = models.add(state.catalog, "Tiny again", "folder", str(tiny_model), 1_000, 512)
    assert tiny.nf4_path is not None
    assert tiny.fingerprint is not None
    models.set_quantised(state.catalog, again.id, tiny.nf4_path, tiny.fingerprint)
    resumed = finish(resume(state, ResumeTraining(2)))
    assert sha(state, resumed) == sha(state, whole)
    assert runs.get(state.catalog, 2).model == again.id != other.id


def test_a_model_added_again_is_known_by_the_copy_that_is_left(
    state: State, tiny_model: Path, notes: Path
) -> None:
    first = models.add(state.catalog, "Tiny", "folder", str(tiny_model), 1_000, 512)
    job = train(state, command(notes))
    until(job, TrainingStep)
    job.close()
    finish(_engine(state).handle(UnloadModel()))
    models.forget(state.catalog, first.id)
    again = models.add(state.catalog, "Tiny", "folder", str(tiny_model), 1_000, 512)
    assert again.fingerprint is None
    finish(resume(state, ResumeTraining(1)))
    assert runs.get(state.catalog, 1).model == again.id


def test_a_model_that_is_gone_is_named_as_the_reason(
    state: State, tiny: Model, notes: Path
) -> None:
    job = train(state, command(notes))
    until(job, TrainingStep)
    job.close()
    models.forget(state.catalog, tiny.id)
    with pytest.raises(UserError, match="not in the catalog any more"):
        finish(resume(state, ResumeTraining(1)))
    assert runs.get(state.catalog, 1).state == "interrupted"


def _engine(state: State) -> Engine:
    engine = Engine(state.places, state.catalog, lambda _: None)
    engine.state = state
    return engine


# --- both lanes, with the real engine -------------------------------------------------


@pytest.fixture
def owner(tiny_starter: Places, heard: Heard) -> Iterator[Owner]:
    owner = own(tiny_starter, heard)
    assert owner is not None
    yield owner
    owner.close()


def of(job: int, kind: type) -> object:
    def fits(event: Event) -> bool:
        update = event.update if isinstance(event, Progress) else event
        return isinstance(update, kind) and getattr(event, "job", None) == job

    return fits


def test_the_second_waits_for_the_first_and_can_be_given_up(
    owner: Owner, heard: Heard, notes: Path
) -> None:
    first = owner.service.submit(Train(str(notes), "First", "rust", OPTIONS))
    heard.wait_for(of(first, RunStarted), timeout=300)
    second = owner.service.submit(Train(str(notes), "Second", "plum", OPTIONS))
    queued = heard.wait_for(of(second, RunQueued))
    assert isinstance(queued, Progress)
    assert queued.update == RunQueued(2, "First")
    assert runs.get(owner.catalog, 2).state == "queued"
    owner.service.cancel(second)
    heard.wait_for(of(second, Cancelled), timeout=60)
    assert runs.get(owner.catalog, 2).state == "paused"
    heard.wait_for(of(first, TrainingStep), timeout=300)
    owner.service.submit(StopAndKeep(1))
    heard.wait_for(of(first, Finished), timeout=300)
    again = owner.service.submit(ResumeTraining(2))
    done = heard.wait_for(of(again, Finished), timeout=300)
    assert isinstance(done, Finished)
    assert isinstance(done.result, Trained)
    mine = [event for event in heard.events if getattr(event, "job", None) == again]
    assert [type(event) for event in mine if not isinstance(event, Progress)] == [
        Started,
        Finished,
    ]
    updates = [event.update for event in mine if isinstance(event, Progress)]
    assert updates[0] == RunQueued(2, "")


def test_a_queued_run_that_the_program_took_with_it_is_interrupted(
    tiny_starter: Places, notes: Path
) -> None:
    owner = own(tiny_starter, lambda _: None)
    assert owner is not None
    run = runs.add(owner.catalog, "A", "rust", str(notes), 1, "", "{}", 0)
    assert run.state == "queued"
    owner.close()
    owner = own(tiny_starter, lambda _: None)
    assert owner is not None
    assert runs.get(owner.catalog, run.id).state == "interrupted"
    owner.close()


def test_only_a_queued_run_is_carried_out_by_its_command(state: State) -> None:
    with pytest.raises(UserError, match="no run 7"):
        next(training_jobs.carry_out(state, CarryOut(7)))
