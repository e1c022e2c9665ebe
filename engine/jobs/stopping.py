"""Ending a training early with what it has learned."""

from collections.abc import Generator

from adapters.errors import UserError
from adapters.wording import phrase
from engine.jobs.state import State
from engine.messages import Done, StopAndKeep, Update


def stop_and_keep(state: State, command: StopAndKeep) -> Generator[Update, None, Done]:
    """Ask the run under way to end after its present step; its own job then finishes.

    Before the first step a voice would be the base itself, so there is none to keep.
    """
    yield from ()
    if state.training is None or state.training.run != command.run:
        raise UserError(
            phrase("errors", "This training is not running."),
            phrase("errors", "It has ended or is paused."),
            phrase("errors", "Resume it first, then stop it and keep the voice."),
        )
    if state.training.step == 0:
        raise UserError(
            phrase("errors", "There is nothing to keep yet."),
            phrase("errors", "The training has not made its first step."),
            phrase("errors", "Wait for that, or pause the training: it can go on later."),
        )
    state.training.stop_and_keep = True
    return Done()
