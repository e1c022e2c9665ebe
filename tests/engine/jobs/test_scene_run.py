"""Voices for the roles of a folder of scenes, on the tiny model."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.catalog import runs, voices
from adapters.catalog.records import Model
from adapters.errors import UserError
from adapters.voice import kept_notes
from engine.jobs.scene_run import train_from_scenes
from engine.jobs.state import State
from engine.jobs.training_each import carry_out_each
from engine.messages import (
    CarryOutEach,
    ResumeTraining,
    RolesTrained,
    ScenesGathered,
    TrainFromScenes,
    TrainingStep,
    Update,
)
from tests.engine.jobs.running import collect, finish, resume, until
from tests.engine.jobs.trainings import OPTIONS
from tests.engine.scene_training.corpus import write_scenes

FEW = replace(OPTIONS, epochs=0.5)


@pytest.fixture
def scenes(tmp_path: Path, tiny: Model) -> Path:  # noqa: ARG001
    return write_scenes(tmp_path / "scenes", 6)


def _train(state: State, folder: Path, *roles: str) -> Generator[Update, None, RolesTrained]:
    handed = yield from train_from_scenes(state, TrainFromScenes(str(folder), roles, FEW))
    assert isinstance(handed.command, CarryOutEach)
    return (yield from carry_out_each(state, handed.command))


def test_each_role_gets_a_voice(state: State, scenes: Path) -> None:
    (scenes / "photo.jpg").write_bytes(b"x")
    updates, result = collect(_train(state, scenes))
    (told,) = [one for one in updates if isinstance(one, ScenesGathered)]
    assert told.scenes == 6
    assert [(one.name, one.lines, one.scenes, one.held_out) for one in told.roles] == [
        ("Jon", 24, 6, 1),
        ("Mara", 24, 6, 1),
    ]
    assert [one.path for one in told.unused] == ["photo.jpg"]
    assert [one.name for one in result.trained] == ["Jon", "Mara"]
    assert all(one.held_out_documents == 1 for one in result.trained)
    assert all(one.perplexity_after for one in result.trained)
    kept = voices.everything(state.catalog)
    assert len({one.colour for one in kept}) == 2
    assert [run.state for run in runs.everything(state.catalog)] == ["finished", "finished"]


def test_one_role_by_its_name(state: State, scenes: Path) -> None:
    result: RolesTrained = finish(_train(state, scenes, "mara"))
    assert [one.name for one in result.trained] == ["Mara"]


def test_what_was_not_begun_goes_on_later(state: State, scenes: Path) -> None:
    job = _train(state, scenes)
    until(job, TrainingStep)
    job.close()
    assert {run.name: run.state for run in runs.everything(state.catalog)} == {
        "Jon": "paused",
        "Mara": "paused",
    }
    (scenes / "00.json").unlink()  # a run knows what it learns, whatever becomes of the folder
    for run in runs.everything(state.catalog):
        assert finish(resume(state, ResumeTraining(run.id))).name == run.name
    assert len(voices.everything(state.catalog)) == 2


def test_a_job_that_is_given_up_before_its_turn_can_be_resumed(state: State, scenes: Path) -> None:
    handed = finish(train_from_scenes(state, TrainFromScenes(str(scenes), (), FEW)))
    handed.given_up()
    for run in runs.everything(state.catalog):
        assert run.state == "paused"
        notes = kept_notes.read(state.places.checkpoints / str(run.id))
        assert notes is not None
        assert (notes.documents, notes.held_out_documents) == (5, 1)
        assert run.prompt


def test_nothing_is_queued_where_nobody_says_enough(
    state: State,
    tmp_path: Path,
    tiny: Model,  # noqa: ARG001
) -> None:
    folder = write_scenes(tmp_path / "few", 1)
    with pytest.raises(UserError, match="enough"):
        finish(_train(state, folder))
    with pytest.raises(UserError, match="Anna"):
        finish(_train(state, folder, "Anna"))
    assert runs.everything(state.catalog) == []


def test_without_a_model_that_is_ready(state: State, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no model"):
        finish(_train(state, write_scenes(tmp_path / "s", 6)))
