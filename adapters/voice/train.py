"""The training loop."""

import math
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from adapters.errors import UserError
from adapters.voice import best, checkpoint, perplexity
from adapters.voice.batches import Example, Step
from adapters.voice.interruption import CutShortError, interruptible, undone_when_cut
from adapters.voice.session import Session
from adapters.voice.turns import in_turns
from adapters.wording import phrase

SAVE_AFTER = 30.0  # seconds of work


class NotANumberError(UserError):
    """The loss or its gradient is not finite; the last checkpoint is still good."""


@dataclass(frozen=True)
class MicroDone:
    """Half of a micro-batch is done: its forward or its backward pass."""


@dataclass(frozen=True)
class StepDone:
    """One optimiser step; ``loss`` is the mean over its tokens, weighted as they are learned."""

    step: int
    loss: float
    learning_rate: float


@dataclass(frozen=True)
class HeldOutDone:
    """Mean loss per token over the held-out notes that are watched, after ``step`` steps."""

    step: int
    loss: float


Done = MicroDone | StepDone | HeldOutDone


def train(
    session: Session,
    folder: Path,
    watched: Sequence[Example] = (),
    watch_at: frozenset[int] = frozenset(),
    stopped: Callable[[], bool] = lambda: False,
    hurried: Callable[[], bool] = lambda: False,
) -> Generator[Done, None, None]:
    """Learn until the plan's end, until ``stopped()`` after a step, or until it gets worse.

    Yields after every pass, so that others can have their turn; once ``hurried()`` it yields
    in the middle of one, which is done again should the run go on after all. Checkpoints go
    into ``folder``, and closing the generator leaves one that loses nothing. ``watched`` notes
    are measured after the steps in ``watch_at`` and at the end, and the best state is kept
    (see ``best.py``). Raises ``NotANumberError`` when the loss is no number any more; the last
    checkpoint is then the last good state.
    """

    def loop() -> Generator[Done, None, None]:
        with interruptible(session.model, hurried):
            yield from _loop(session, folder, watched, watch_at, stopped)

    return in_turns(loop(), session.progress)


def _loop(
    session: Session,
    folder: Path,
    watched: Sequence[Example],
    watch_at: frozenset[int],
    stopped: Callable[[], bool],
) -> Generator[Done, None, None]:
    progress = session.progress

    def goes_on() -> bool:
        return progress.step < len(session.plan) and not best.is_over(session) and not stopped()

    try:
        if checkpoint.newest(folder) is None:
            checkpoint.save(session, folder)  # the first step may already be a bad one
        while True:
            point = progress.step in watch_at or not goes_on()
            if watched and point and progress.watched_step != progress.step:
                yield from _watch(session, watched, folder)
            if not goes_on():
                return
            yield from _step(session, session.plan[progress.step], folder)
    except GeneratorExit:
        checkpoint.save(session, folder)
        raise


def _step(session: Session, step: Step, folder: Path) -> Generator[Done, None, None]:
    """What is left of the present optimiser step."""
    progress, often = session.progress, session.options.checkpoint_every
    for indexes in step.micro[progress.micro :]:
        while (loss := (yield from _passes(session, indexes, step))) is None:
            yield MicroDone()  # cut short: whoever hurries closes the run here
        progress.step_loss += _finite(loss, session)  # before it can be saved
        progress.micro += 1
        if _due(session):
            checkpoint.save(session, folder)
        yield MicroDone()
    mean, rate = progress.step_loss, session.schedule.get_last_lr()[0]
    _update(session)
    progress.step, progress.micro, progress.step_loss = progress.step + 1, 0, 0.0
    progress.tokens += step.trained
    if often and progress.step % often == 0:
        checkpoint.save(session, folder)
    yield StepDone(progress.step, mean, rate)


def _passes(
    session: Session, indexes: Sequence[int], step: Step
) -> Generator[Done, None, float | None]:
    """Both passes of a micro-batch; its part of the step's loss, None where it was cut short."""
    try:
        # The batch's part of the step's mean, so that gradients add up to the mean's.
        loss = session.loss(session.batch(indexes)) / session.worth(step)
        yield MicroDone()
        with undone_when_cut(list(session.adapter.values())):
            session.accelerator.backward(loss)
    except CutShortError:
        return None
    return loss.item()


def _update(session: Session) -> None:
    norm = session.accelerator.clip_grad_norm_(
        list(session.adapter.values()), session.options.max_gradient_norm
    )
    _finite(float(norm), session)
    session.optimiser.step()
    session.schedule.step()
    session.optimiser.zero_grad()


def _finite(value: float, session: Session) -> float:
    if not math.isfinite(value):
        raise _not_a_number(session.progress.step)
    return value


def _watch(
    session: Session, watched: Sequence[Example], folder: Path
) -> Generator[Done, None, None]:
    measuring = perplexity.measure(session, watched)
    while True:
        try:
            next(measuring)
        except StopIteration as end:
            loss = perplexity.pooled(end.value).mean
            best.take_in(session, folder, loss)
            yield HeldOutDone(session.progress.step, loss)
            return
        yield MicroDone()


def _due(session: Session) -> bool:
    progress = session.progress
    often = session.options.checkpoint_every is not None
    return not often and progress.seconds - progress.saved_at >= SAVE_AFTER


def _not_a_number(step: int) -> NotANumberError:
    return NotANumberError(
        phrase("errors", "The training was stopped."),
        phrase("errors", "In step {step} the loss was no number any more.", step=step + 1),
        phrase(
            "errors",
            "Resume it to try again from its last checkpoint; if that does not help, train again "
            "with a lower learning rate.",
        ),
    )
