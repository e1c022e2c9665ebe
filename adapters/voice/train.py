"""The training loop."""

import math
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from adapters.errors import UserError
from adapters.voice import checkpoint, perplexity
from adapters.voice.batches import Example
from adapters.voice.session import Session
from adapters.voice.turns import in_turns
from adapters.wording import phrase

SAVE_AFTER = 30.0  # seconds of work


@dataclass(frozen=True)
class MicroDone:
    """Half of a micro-batch is done: its forward or its backward pass."""


@dataclass(frozen=True)
class StepDone:
    """One optimiser step; ``loss`` is the mean over its tokens."""

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
) -> Generator[Done, None, None]:
    """Learn until the plan's end, or until ``stopped()`` after a step.

    Yields after every pass, so that others can have their turn. Checkpoints go into
    ``folder``, and closing the generator leaves one that loses nothing. ``watched`` notes
    are measured after the steps in ``watch_at``. Raises ``NotANumberError`` when the loss is no
    number any more; the last checkpoint is then the last good state.
    """
    return in_turns(_loop(session, folder, watched, watch_at, stopped), session.progress)


def _loop(
    session: Session,
    folder: Path,
    watched: Sequence[Example],
    watch_at: frozenset[int],
    stopped: Callable[[], bool],
) -> Generator[Done, None, None]:
    progress, options = session.progress, session.options
    try:
        while progress.step < len(session.plan) and not stopped():
            step = session.plan[progress.step]
            for indexes in step.micro[progress.micro :]:
                # The batch's part of the step's mean, so that gradients add up to the mean's.
                loss = session.loss(session.batch(indexes)) / step.trained
                yield MicroDone()
                session.accelerator.backward(loss)
                progress.step_loss += loss.item()
                progress.micro += 1
                if _due(session):
                    checkpoint.save(session, folder)
                yield MicroDone()
            mean, rate = progress.step_loss, session.schedule.get_last_lr()[0]
            _update(session, mean)
            progress.step, progress.micro, progress.step_loss = progress.step + 1, 0, 0.0
            progress.tokens += step.trained
            if options.checkpoint_every and progress.step % options.checkpoint_every == 0:
                checkpoint.save(session, folder)
            yield StepDone(progress.step, mean, rate)
            if progress.step in watch_at:
                yield from _watch(session, watched)
    except GeneratorExit:
        checkpoint.save(session, folder)
        raise


def _update(session: Session, loss: float) -> None:
    if not math.isfinite(loss):
        raise not_a_number(session.progress.step)
    norm = session.accelerator.clip_grad_norm_(
        list(session.adapter.values()), session.options.max_gradient_norm
    )
    if not math.isfinite(float(norm)):
        raise not_a_number(session.progress.step)
    session.optimiser.step()
    session.schedule.step()
    session.optimiser.zero_grad()


def _watch(session: Session, watched: Sequence[Example]) -> Generator[Done, None, None]:
    measuring = perplexity.measure(session, watched)
    while True:
        try:
            next(measuring)
        except StopIteration as end:
            yield HeldOutDone(session.progress.step, perplexity.pooled(end.value).mean)
            return
        yield MicroDone()


def _due(session: Session) -> bool:
    progress = session.progress
    often = session.options.checkpoint_every is not None
    return not often and progress.seconds - progress.saved_at >= SAVE_AFTER


class NotANumberError(UserError):
    """The run itself went wrong: going on from its checkpoint would end there again."""


def not_a_number(step: int) -> NotANumberError:
    return NotANumberError(
        phrase("errors", "The training was stopped."),
        phrase("errors", "In step {step} the loss was no number any more.", step=step + 1),
        phrase("errors", "Train again with a lower learning rate."),
    )
