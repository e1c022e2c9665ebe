"""Three steps before the long run: whether it can learn at all. They leave no trace."""

import math
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager

import torch
from torch import nn

from adapters.errors import UserError
from adapters.voice import optimiser
from adapters.voice.activations import largest_micro_batch
from adapters.voice.interruption import CutShortError, interruptible
from adapters.voice.progress import TrainingProgress
from adapters.voice.session import Session
from adapters.voice.turns import in_turns
from adapters.wording import Phrase, phrase

STEPS = 3


def dry_run(
    session: Session, hurried: Callable[[], bool] = lambda: False
) -> Generator[float, None, None]:
    """Learn three micro-batches, the largest first; yields the share done after every pass.

    Weights, gradients, optimiser, schedule and source of chance are as before, bit for bit.
    Raises ``UserError`` where nothing would be learned, the loss is no number, or a matrix of
    the adapter that took part has no gradient.
    """

    def passes() -> Generator[float, None, None]:
        with _untouched(session), interruptible(session.model, hurried):
            yield from _passes(session)

    if not any(example.trained > 0 for example in session.examples):
        raise _everything_masked()
    return in_turns(passes(), TrainingProgress())  # its time is no time of the run


def _passes(session: Session) -> Generator[float, None, None]:
    parameters = list(session.adapter.values())
    width = session.model.config.get_text_config().hidden_size
    moving = optimiser.make(parameters, session.options, session.device, width)
    flowed: set[str] = set()
    with _taking_part(session) as took_part:
        for number, indexes in enumerate(_chosen(session)):
            try:
                loss = session.loss(session.batch(indexes)) / _trained(session, indexes)
                yield (number + 0.5) / STEPS
                session.accelerator.backward(loss)
            except CutShortError:
                yield number / STEPS  # whoever hurries closes the run here
                return
            _check_loss(loss.item())
            flowed |= _with_gradient(session)
            moving.step()
            moving.zero_grad()
            yield (number + 1) / STEPS
    if missing := took_part - flowed:
        raise _no_gradient(len(missing), len(took_part))


def _chosen(session: Session) -> list[Sequence[int]]:
    """The largest micro-batch, which shows the memory, and the first of the plan."""
    first = [micro for step in session.plan[:STEPS] for micro in step.micro]
    chosen = [largest_micro_batch(session), *first]
    return [chosen[number % len(chosen)] for number in range(STEPS)]


def _trained(session: Session, indexes: Sequence[int]) -> int:
    return max(1, sum(session.examples[index].trained for index in indexes))


@contextmanager
def _untouched(session: Session) -> Iterator[None]:
    """Inside, weights may move; they are given back whatever happens."""
    before = {name: p.detach().clone() for name, p in session.adapter.items()}
    gradients = {name: p.grad for name, p in session.adapter.items()}
    for parameter in session.adapter.values():
        parameter.grad = None
    try:
        yield
    finally:
        with torch.no_grad():
            for name, parameter in session.adapter.items():
                parameter.copy_(before[name])
                parameter.grad = gradients[name]


@contextmanager
def _taking_part(session: Session) -> Iterator[set[str]]:
    """The names of the matrices that were computed with: not every expert of a mixture is."""
    seen: set[str] = set()
    modules = dict(session.model.named_modules())

    def watch(name: str) -> Callable[[nn.Module, object, object], None]:
        return lambda _module, _inputs, _output: seen.add(name)

    handles = [
        module.register_forward_hook(watch(name))
        for name in session.adapter
        if (module := modules.get(name.removesuffix(".weight"))) is not None
    ]
    try:
        yield seen
    finally:
        for handle in handles:
            handle.remove()


def _with_gradient(session: Session) -> set[str]:
    """Matrices with a gradient that is not all zero. Raises where one is no number."""
    found = set()
    for name, parameter in session.adapter.items():
        if parameter.grad is None:
            continue
        largest = parameter.grad.abs().max().item()
        if not math.isfinite(largest):
            raise _no_number()
        if largest > 0:
            found.add(name)
    return found


def _check_loss(loss: float) -> None:
    if not math.isfinite(loss):
        raise _no_number()


def _refused(why: Phrase, next_step: Phrase) -> UserError:
    return UserError(
        phrase("errors", "The training was not begun: three steps tried out went wrong."),
        why,
        next_step,
    )


def _everything_masked() -> UserError:
    return _refused(
        phrase("errors", "No word of these notes would be learned: each is only read."),
        phrase(
            "errors",
            "Choose a longer length of an example, a shorter instruction, or notes with text of "
            "your own.",
        ),
    )


def _no_number() -> UserError:
    return _refused(
        phrase("errors", "The loss or a gradient was no number."),
        phrase(
            "errors",
            "Choose a lower learning rate. If that does not help, remove the model under Models "
            "and add it again, so that its 4-bit copy is made anew.",
        ),
    )


def _no_gradient(missing: int, whole: int) -> UserError:
    return _refused(
        phrase(
            "errors",
            "{missing} of {whole} parts of the voice got no gradient: they would stay as they "
            "are.",
            missing=missing,
            whole=whole,
        ),
        phrase(
            "errors",
            "Start Timbre anew and try again. If it happens again, choose other parts of the "
            "model to train.",
        ),
    )
