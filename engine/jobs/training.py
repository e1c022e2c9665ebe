"""Training a voice: a run in the catalog from its first second to its voice."""

import ctypes
import gc
import json
from collections.abc import Generator
from pathlib import Path

from adapters.catalog import runs
from adapters.catalog.records import Run
from adapters.errors import UserError
from adapters.voice import checkpoint
from adapters.voice.options import TrainingOptions
from adapters.voice.train import NotANumberError
from adapters.wording import Phrase, phrase
from engine.jobs.models import ensure_model, load_model
from engine.jobs.run_work import work
from engine.jobs.state import Loaded, RunningTraining, State
from engine.messages import LoadModel, ResumeTraining, RunStarted, Train, Trained, Update

_RESUMABLE = ("paused", "interrupted", "failed")


def train(state: State, command: Train) -> Generator[Update, None, Trained]:
    """Train a voice from a folder of notes. Closing the generator pauses the run."""
    loaded = yield from ensure_model(state)
    run = runs.add(
        state.catalog,
        name=command.name,
        colour=command.colour,
        folder=command.folder,
        model=loaded.row.id,
        model_fingerprint=loaded.model.fingerprint,
        options=json.dumps(command.options.as_dict()),
        seed=command.options.seed,
    )
    return (yield from _carried_out(state, run, loaded))


def resume(state: State, command: ResumeTraining) -> Generator[Update, None, Trained]:
    """Go on with a run from its last checkpoint, or from its beginning where it has none."""
    run = _resumable(state, command.run)
    yield from load_model(state, LoadModel(run.model))
    assert state.loaded is not None
    if state.loaded.model.fingerprint != run.model_fingerprint:
        raise _cannot_resume(
            phrase("errors", "The model “{name}” has changed.", name=state.loaded.row.name),
            phrase("errors", "Train the voice anew, on the model as it is now."),
        )
    runs.set_state(state.catalog, run.id, "running")
    return (yield from _carried_out(state, run, state.loaded))


def options_of(run: Run) -> TrainingOptions:
    """The settings that a run began with."""
    return TrainingOptions.from_dict(json.loads(run.options))


def _carried_out(state: State, run: Run, loaded: Loaded) -> Generator[Update, None, Trained]:
    """Do a run; however it ends, its row says so and its memory is free again."""
    state.training = RunningTraining(run.id)
    folder = state.places.checkpoints / str(run.id)
    try:
        yield RunStarted(run.id, run.step, run.steps)
        return (yield from work(state, state.training, run, loaded, options_of(run)))
    except GeneratorExit:
        runs.set_state(state.catalog, run.id, "paused")
        raise
    except Exception as error:
        _mark_ended(state, run, error, folder)
        raise
    finally:
        state.training = None
        _give_memory_back()


def _mark_ended(state: State, run: Run, error: Exception, folder: Path) -> None:
    """A run whose checkpoint is good can go on once its trouble is mended."""
    can_go_on = checkpoint.newest(folder) is not None and not isinstance(error, NotANumberError)
    problem = str(error.why) if isinstance(error, UserError) else str(error)
    runs.set_state(state.catalog, run.id, "interrupted" if can_go_on else "failed", problem[:500])


def _give_memory_back() -> None:
    """The training copy hangs together in circles; and what is freed has to leave the process.

    The C library keeps freed memory for later: measured after a run of the starter on a
    processor, 770 of 1,434 MB stayed taken until it was asked to trim.
    """
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of glibc only
    if trim is not None:
        trim(0)


def _resumable(state: State, number: int) -> Run:
    try:
        run = runs.get(state.catalog, number)
    except LookupError as error:
        raise _cannot_resume(
            phrase("errors", "There is no run {number}.", number=number),
            phrase("errors", "See the list of runs for those that can be resumed."),
        ) from error
    if run.state not in _RESUMABLE:
        raise _cannot_resume(
            phrase("errors", "It is not paused."),
            phrase("errors", "See the list of runs for those that can be resumed."),
        )
    return run


def _cannot_resume(why: Phrase, next_step: Phrase) -> UserError:
    return UserError(phrase("errors", "The training cannot go on."), why, next_step)
