"""Faults 9 and 10: the disk fills up while a voice learns, and while it is saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.catalog import runs, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model
from adapters.errors import UserError
from engine.jobs.run_state import catch_up
from engine.jobs.state import State
from engine.messages import Preparing, ResumeTraining, Trained, TrainingStep
from engine.places import Places
from tests.engine.jobs.conftest import tiny
from tests.engine.jobs.running import finish, resume, train, until
from tests.engine.jobs.trainings import command, sha
from tests.faults.small_disk import fill, mounted
from tests.notes import write_notes

__all__ = ["tiny"]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "disk", "size=16m"):
        yield tmp_path / "disk"


@pytest.fixture
def places(disk: Path, tmp_path: Path) -> Places:
    """The owner's data on a small disk."""
    made = Places(disk / "data", tmp_path / "cache")
    made.data.mkdir()
    made.cache.mkdir()
    return made


@pytest.fixture
def catalog(places: Places) -> Iterator[Catalog]:
    made = Catalog.open(places.catalog, places.backups)
    yield made
    made.close()


@pytest.fixture
def state(places: Places, catalog: Catalog, tiny: Model) -> State:  # noqa: ARG001
    return State(places, catalog, lambda _: None)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return write_notes(tmp_path / "notes")


@pytest.fixture
def undisturbed(state: State, notes: Path) -> str:
    return sha(state, finish(train(state, command(notes, "Whole"))))


def is_about_the_disk(error: UserError) -> bool:
    said = f"{error.what} {error.why} {error.next_step}"
    return "space" in said


def go_on(state: State) -> Trained:
    """After some space was made: what could not be written is, and the run is resumed."""
    catch_up(state)
    run = runs.everything(state.catalog)[-1]
    assert run.state == "interrupted"
    trained = finish(resume(state, ResumeTraining(run.id)))
    assert isinstance(trained, Trained)
    return trained


def test_a_checkpoint_that_cannot_be_written(
    state: State, notes: Path, disk: Path, undisturbed: str
) -> None:
    job = train(state, command(notes))
    until(job, TrainingStep, 2)
    fill(disk / "filler")
    with pytest.raises(UserError) as raised:
        finish(job)
    assert is_about_the_disk(raised.value)
    assert state.training is None
    (disk / "filler").unlink()
    assert sha(state, go_on(state)) == undisturbed


def test_a_voice_that_cannot_be_saved(
    state: State, notes: Path, disk: Path, undisturbed: str
) -> None:
    """The older voice stays as it is, and no half of the new one is left."""
    before = voices.everything(state.catalog)
    job = train(state, command(notes))
    while True:
        update = next(job)
        if isinstance(update, Preparing) and "Measuring the voice" in str(update.stage):
            break
    fill(disk / "filler")
    with pytest.raises((UserError, OSError)):
        finish(job)
    assert voices.everything(state.catalog) == before
    assert [path.name for path in state.places.voices.iterdir()] == [before[0].version.path]
    (disk / "filler").unlink()
    assert sha(state, go_on(state)) == undisturbed
    assert len(voices.everything(state.catalog)) == 2
