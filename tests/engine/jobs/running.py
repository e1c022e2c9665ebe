"""Driving a job by hand."""

from collections.abc import Generator
from typing import Any

from engine.handed_on import HandedOn
from engine.jobs import run_queue, training
from engine.jobs.state import State
from engine.messages import CarryOut, ResumeTraining, Train, Trained, TrainOn, Update


def finish(job: Generator[Update, None, Any]) -> Any:
    """Run a job to its end and give its result."""
    return collect(job)[1]


def collect(job: Generator[Update, None, Any]) -> tuple[list[Update], Any]:
    """Run a job to its end; its updates and its result."""
    updates = []
    while True:
        try:
            updates.append(next(job))
        except StopIteration as end:
            return updates, end.value


def until(job: Generator[Update, None, Any], kind: type[Update], count: int = 1) -> list[Update]:
    """Advance a job until it has given ``count`` updates of a kind."""
    updates: list[Update] = []
    while sum(isinstance(update, kind) for update in updates) < count:
        updates.append(next(job))
    return updates


def train(state: State, command: Train) -> Generator[Update, None, Trained]:
    """A new training as its job goes: queued on one lane, carried out on the other."""
    return (yield from _handed_on(state, run_queue.train(state, command)))


def train_on(state: State, command: TrainOn) -> Generator[Update, None, Trained]:
    return (yield from _handed_on(state, run_queue.train_on(state, command)))


def resume(state: State, command: ResumeTraining) -> Generator[Update, None, Trained]:
    return (yield from _handed_on(state, training.resume(state, command)))


def _handed_on(
    state: State, queueing: Generator[Update, None, HandedOn]
) -> Generator[Update, None, Trained]:
    handed = yield from queueing
    assert isinstance(handed.command, CarryOut)
    return (yield from training.carry_out(state, handed.command))
