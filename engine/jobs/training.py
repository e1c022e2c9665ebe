"""Training a voice, once its turn has come: from its row in the catalog to its voice."""

import gc
import json
import traceback
from collections.abc import Generator

from adapters.catalog import models, runs
from adapters.catalog.records import Model, Run
from adapters.errors import UserError
from adapters.voice import checkpoint
from adapters.voice.options import TrainingOptions
from adapters.wording import Phrase, phrase
from engine.failures import why
from engine.handed_on import HandedOn
from engine.jobs.models import fingerprint_of, use_model
from engine.jobs.run_queue import hand_on
from engine.jobs.run_state import settle
from engine.jobs.run_work import work
from engine.jobs.state import Loaded, RunningTraining, State
from engine.memory import heap
from engine.messages import CarryOut, ResumeTraining, RunStarted, Trained, Update


def carry_out(state: State, command: CarryOut) -> Generator[Update, None, Trained]:
    """Do a run; however it ends, its row says so and its memory is free again.

    It goes on from its last checkpoint, or begins where it has none. Closing the generator
    pauses it, or leaves its verdict incomplete once the voice is made.
    """
    run = _found(state, command.run)
    state.training = running = RunningTraining(run.id, run.step)
    try:
        runs.set_state(state.catalog, run.id, "running")
        yield RunStarted(run.id, run.step, run.steps)
        loaded = yield from _model_of(state, run)
        return (yield from work(state, running, run, loaded, options_of(run)))
    except GeneratorExit:
        if not running.kept:
            settle(state, run.id, "paused")
        raise
    except BaseException as error:
        if not running.kept:
            _mark_ended(state, run, error)
        raise
    finally:
        state.training = None
        _give_memory_back()


def resume(state: State, command: ResumeTraining) -> Generator[Update, None, HandedOn]:
    """Queue a run again that was paused, interrupted, or failed."""
    run = _found(state, command.run)
    _refuse_if_not_resumable(state, run)
    runs.set_state(state.catalog, run.id, "queued")
    return (yield from hand_on(state, run))


def options_of(run: Run) -> TrainingOptions:
    """The settings that a run began with."""
    return TrainingOptions.from_dict(json.loads(run.options))


def _model_of(state: State, run: Run) -> Generator[Update, None, Loaded]:
    row = _row_of(state, run)
    yield from use_model(state, row)
    loaded = state.loaded
    assert loaded is not None
    if run.model_fingerprint not in ("", loaded.model.fingerprint):
        raise _cannot_go_on(
            phrase("errors", "The model “{name}” has changed.", name=loaded.row.name),
            phrase("errors", "Train the voice anew, on the model as it is now."),
        )
    runs.set_model(state.catalog, run.id, row.id, loaded.model.fingerprint)
    return loaded


def _row_of(state: State, run: Run) -> Model:
    """Its model, or the same one where it was taken off the list and added again."""
    known = models.everything(state.catalog)
    mine = [model for model in known if model.id == run.model]
    if run.model_fingerprint:
        # Its own first, should several be the same.
        for model in (*mine, *known):
            if fingerprint_of(state, model) == run.model_fingerprint:
                return model
    for model in mine:
        return model
    raise _cannot_go_on(
        phrase("errors", "Its model is not in the catalog any more."),
        phrase("errors", "Add the model again and load it once; then resume the training."),
    )


def _mark_ended(state: State, run: Run, error: BaseException) -> None:
    """A run whose checkpoint is good can go on once its trouble is mended."""
    # Where memory ran out, what the run held has to go before anything can be written.
    traceback.clear_frames(error.__traceback__)
    can_go_on = checkpoint.newest(state.places.checkpoints / str(run.id)) is not None
    settle(state, run.id, "interrupted" if can_go_on else "failed", why(error))


def _give_memory_back() -> None:
    """The training copy hangs together in circles."""
    gc.collect()
    heap.give_back()


def _found(state: State, number: int) -> Run:
    """Raises ``UserError`` for a run that is not there, or in the trash."""
    try:
        run = runs.get(state.catalog, number)
    except LookupError as error:
        raise _cannot_go_on(
            phrase("errors", "There is no run {number}.", number=number),
            phrase("errors", "See the list of runs for those that can be resumed."),
        ) from error
    if run.trashed is not None:
        raise _cannot_go_on(
            phrase("errors", "It lies in the trash."),
            phrase("errors", "Take it out of the trash first, under Settings."),
        )
    return run


def _refuse_if_not_resumable(state: State, run: Run) -> None:
    """One that is marked as running and is not was cut off in a way that nobody could write."""
    if run.state == "finished":
        raise _cannot_go_on(
            phrase("errors", "It is not paused."),
            phrase("errors", "See the list of runs for those that can be resumed."),
        )
    if run.state == "queued":
        raise _cannot_go_on(
            phrase("errors", "It waits for its turn already."),
            phrase("errors", "It begins by itself when the training before it has ended."),
        )
    if state.training is not None and state.training.run == run.id:
        raise _cannot_go_on(
            phrase("errors", "It is under way already."),
            phrase("errors", "Wait until it is done."),
        )


def _cannot_go_on(cause: Phrase, next_step: Phrase) -> UserError:
    return UserError(phrase("errors", "The training cannot go on."), cause, next_step)
