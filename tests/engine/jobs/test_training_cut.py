"""Trainings that are paused, cut off or ended early, and what of them stays."""

import gc
import json
import math
import shutil
import weakref
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from adapters.catalog import runs, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model
from adapters.errors import UserError
from adapters.voice import best, files, recovery
from adapters.voice.batches import Batch
from adapters.voice.options import RICH_TARGETS, TrainingOptions
from adapters.voice.session import Session
from adapters.voice.weights import from_tensors
from engine.jobs.models import ensure_model
from engine.jobs.run import Work
from engine.jobs.state import State
from engine.jobs.stopping import stop_and_keep
from engine.messages import (
    HeldOut,
    ResumeTraining,
    RunStarted,
    StopAndKeep,
    TrainingStep,
)
from engine.places import Places
from tests.engine.jobs.running import collect, finish, resume, train, until
from tests.engine.jobs.trainings import OPTIONS, command, job_session_model, sha
from tests.fakes import Heard
from tests.notes import write_themes

pytestmark = pytest.mark.usefixtures("tiny")


def test_paused_and_resumed_gives_the_same_voice(state: State, notes: Path) -> None:
    whole = finish(train(state, command(notes)))
    job = train(state, command(notes, "Paused"))
    until(job, TrainingStep, 2)
    job.close()
    (_, run) = runs.everything(state.catalog)
    assert run.state == "paused"
    assert state.training is None
    shutil.rmtree(notes)  # what it learns from is kept beside the checkpoints
    updates, resumed = collect(resume(state, ResumeTraining(run.id)))
    assert resumed.run == run.id
    assert sha(state, resumed) == sha(state, whole)
    assert resumed.perplexity_after == whole.perplexity_after
    assert resumed.steps == whole.steps
    steps = [row.step for row in runs.steps(state.catalog, run.id)]
    assert steps == list(range(whole.steps + 1))
    started = [u for u in updates if isinstance(u, RunStarted)]
    assert started[0].step > 0


@pytest.mark.parametrize("how", ["evenness", "loss_evenness"])
def test_themes_taught_evenly_are_taught_so_again_when_resumed(
    state: State, tmp_path: Path, how: str
) -> None:
    """The themes are kept with the notes: the folder may be gone."""
    folder = write_themes(tmp_path / "themes")
    even = TrainingOptions.from_dict(OPTIONS.as_dict() | {how: 1.0})
    whole = finish(train(state, command(folder, options=even)))
    usual = finish(train(state, command(folder, "Usual")))
    assert sha(state, whole) != sha(state, usual)
    job = train(state, command(folder, "Paused", even))
    until(job, TrainingStep, 2)
    job.close()
    run = max(runs.everything(state.catalog), key=lambda run: run.id)
    shutil.rmtree(folder)
    resumed = finish(resume(state, ResumeTraining(run.id)))
    assert sha(state, resumed) == sha(state, whole)


def test_the_layers_chosen_are_kept_for_when_it_goes_on(state: State, notes: Path) -> None:
    few = replace(OPTIONS, targets=RICH_TARGETS, critical=0.3)
    job = train(state, command(notes, options=few))
    until(job, TrainingStep, 1)
    job.close()
    (run,) = runs.everything(state.catalog)
    chosen = TrainingOptions.from_dict(json.loads(run.options))
    assert chosen.critical is None
    assert 0 < len(chosen.targets) < 2 * len(RICH_TARGETS)
    voice = finish(resume(state, ResumeTraining(run.id)))
    layers = files.load(Path(voice.path), None).layers
    assert tuple(sorted(layers)) == chosen.targets


@pytest.mark.parametrize("after", [1, 2, 6])
def test_paused_before_the_first_step(state: State, notes: Path, after: int) -> None:
    """While notes are read or the base is measured there is no checkpoint yet."""
    finish(ensure_model(state))
    job = train(state, command(notes))
    for _ in range(after):
        next(job)
    job.close()
    (run,) = runs.everything(state.catalog)
    assert run.state == "paused"
    assert finish(resume(state, ResumeTraining(run.id))).steps > 0


def test_a_loss_that_is_no_number_goes_back_and_on_by_itself(
    state: State, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = train(state, command(notes))
    before = until(job, TrainingStep, 2)
    calls, loss = [0], Session.loss

    def spoiled(session: Session, batch: Batch) -> torch.Tensor:
        calls[0] += 1
        return loss(session, batch) * (math.nan if calls[0] == 1 else 1)

    monkeypatch.setattr(Session, "loss", spoiled)
    after, trained = collect(job)
    again = [update.step for update in after if isinstance(update, RunStarted)]
    assert again == [2]  # from its last checkpoint, one step after the other
    rows = runs.steps(state.catalog, trained.run)
    assert [row.step for row in rows] == list(range(trained.steps + 1))
    assert all(math.isfinite(row.loss) for row in rows)
    assert runs.get(state.catalog, trained.run).setbacks == 1
    planned = [update for update in before if isinstance(update, TrainingStep)][-1]
    first = next(update for update in after if isinstance(update, TrainingStep))
    assert first.learning_rate < 0.75 * planned.learning_rate


def test_a_loss_that_stays_no_number_ends_the_run_at_its_last_good_checkpoint(
    state: State, notes: Path
) -> None:
    """One number of the base in memory is spoiled for a while, as by a fault of the machine."""
    finish(ensure_model(state))
    assert state.loaded is not None
    spoiled = state.loaded.model.model.get_submodule("model.norm").weight.detach()
    good = spoiled[0].clone()
    job = train(state, command(notes, "Spoiled"))
    until(job, TrainingStep, 2)
    spoiled[0] = math.nan
    with pytest.raises(UserError, match="stopped") as raised:
        finish(job)
    assert "no number" in str(raised.value.why)
    assert state.training is None
    run = runs.everything(state.catalog)[-1]
    assert (run.state, run.step, run.setbacks) == ("interrupted", 2, recovery.MOST)
    spoiled[0] = good
    resumed = finish(resume(state, ResumeTraining(run.id)))
    assert resumed.steps > 2
    assert all(math.isfinite(row.loss) for row in runs.steps(state.catalog, run.id))


def test_the_best_state_is_what_becomes_the_voice(
    state: State, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Measured after steps 1, 2, ...: the first is the best, though the run goes on."""
    monkeypatch.setattr(Work, "watch_at", lambda _: frozenset(range(1, 100)))
    take_in, losses = best.take_in, [2.0, 2.5, 2.4, 2.3]
    kept: dict[str, torch.Tensor] = {}

    def told(session: Session, folder: Path, loss: float) -> None:  # noqa: ARG001
        if session.progress.step == 1:
            kept.update({n: p.detach().clone() for n, p in session.adapter.items()})
        take_in(session, folder, losses[min(session.progress.step, len(losses)) - 1])

    monkeypatch.setattr(best, "take_in", told)
    trained = finish(train(state, command(notes)))
    assert trained.steps == 1 + best.PATIENCE  # it only got worse, and ended early
    weights = files.load(Path(trained.path), None)
    wanted = from_tensors(kept, weights.rank, weights.alpha)
    for path, pair in weights.layers.items():
        assert torch.equal(pair.a, wanted.layers[path].a)
        assert torch.equal(pair.b, wanted.layers[path].b)


def test_stop_and_keep(state: State, notes: Path) -> None:
    job = train(state, command(notes))
    updates = until(job, TrainingStep, 2)
    run = next(u.run for u in updates if isinstance(u, RunStarted))
    finish(stop_and_keep(state, StopAndKeep(run)))
    more, trained = collect(job)
    assert trained.steps == 2
    assert not [u for u in more if isinstance(u, TrainingStep)]
    assert voices.get(state.catalog, trained.voice).version.run == run
    assert runs.get(state.catalog, run).state == "finished"


def test_nothing_is_kept_before_the_first_step(state: State, notes: Path) -> None:
    """A voice of no steps would be the base itself, under the name of the notes."""
    job = train(state, command(notes))
    updates = until(job, HeldOut)  # the base is measured
    run = next(u.run for u in updates if isinstance(u, RunStarted))
    with pytest.raises(UserError, match="nothing to keep yet"):
        finish(stop_and_keep(state, StopAndKeep(run)))
    assert finish(job).steps > 1


def test_a_run_that_lost_its_steps_makes_one_before_it_is_kept(state: State, notes: Path) -> None:
    """Its row was ahead of its checkpoints when the machine went down."""
    job = train(state, command(notes))
    until(job, TrainingStep, 2)
    job.close()
    (run,) = runs.everything(state.catalog)
    for kept in (state.places.checkpoints / str(run.id)).glob("step-*"):
        kept.unlink()
    job = resume(state, ResumeTraining(run.id))
    until(job, RunStarted)
    finish(stop_and_keep(state, StopAndKeep(run.id)))
    assert finish(job).steps == 1


def test_checkpoints_and_memory_are_gone_at_the_end(state: State, notes: Path) -> None:
    job = train(state, command(notes))
    until(job, TrainingStep)
    assert state.training is not None
    assert state.training.bytes > 0
    assert state.footprint().training == state.training.bytes
    twin = weakref.ref(job_session_model(job))
    trained = finish(job)
    gc.collect()
    assert twin() is None
    assert state.footprint().training == 0
    assert not (state.places.checkpoints / str(trained.run)).exists()


def test_memory_is_free_while_paused(state: State, notes: Path) -> None:
    job = train(state, command(notes))
    until(job, TrainingStep)
    twin = weakref.ref(job_session_model(job))
    job.close()
    del job
    gc.collect()
    assert twin() is None
    assert state.footprint().training == 0


def test_paused_today_and_resumed_tomorrow(
    state: State, places: Places, catalog: Catalog, heard: Heard, notes: Path
) -> None:
    """Another process, with nothing in its memory: the row says how it stands."""
    whole = finish(train(state, command(notes)))
    job = train(state, command(notes, "Paused"))
    until(job, TrainingStep, 2)
    job.close()
    run = runs.everything(catalog)[-1]
    assert (run.state, run.problem) == ("paused", None)
    state.put_model(None)
    tomorrow = State(places, catalog, heard)
    resumed = finish(resume(tomorrow, ResumeTraining(run.id)))
    assert sha(tomorrow, resumed) == sha(state, whole)


def test_only_what_was_cut_can_be_resumed(state: State, notes: Path) -> None:
    trained = finish(train(state, command(notes)))
    for run, why in ((trained.run, "not paused"), (999, "no run 999")):
        with pytest.raises(UserError, match=why):
            finish(resume(state, ResumeTraining(run)))


def test_a_run_on_a_model_that_has_changed(state: State, tiny: Model, notes: Path) -> None:
    finish(ensure_model(state))
    other = runs.add(
        state.catalog, "Old", "rust", str(notes), tiny.id, "0" * 64, json.dumps({}), 0
    )
    runs.set_state(state.catalog, other.id, "interrupted")
    with pytest.raises(UserError, match="has changed"):
        finish(resume(state, ResumeTraining(other.id)))
    kept = runs.get(state.catalog, other.id)
    assert kept.state == "failed"
    assert "has changed" in str(kept.problem)
