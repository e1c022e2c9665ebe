"""Fault 22: memory runs out in the middle of a training; the engine goes on."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
import torch
from torch.nn.modules.module import register_module_forward_pre_hook

from adapters.catalog import runs
from engine.failures import is_out_of_memory, why
from engine.jobs.reply import ask
from engine.jobs.run_state import catch_up
from engine.jobs.state import State
from engine.messages import Ask, ResumeTraining, Sampling, TrainingStep
from tests.engine.jobs.conftest import catalog, heard, state, tiny
from tests.engine.jobs.running import finish, resume, train, until
from tests.engine.jobs.trainings import OPTIONS, command, sha
from tests.notes import write_notes

__all__ = ["catalog", "heard", "state", "tiny"]

MORE_THAN_ANY_MACHINE_HAS = 2**50
IN_THE_MIDDLE = 10  # modules of a step that still find memory


@contextmanager
def hardly_any_memory() -> Iterator[None]:
    """A forward pass asks for more than there is: the error is that of torch's own allocator.

    The process is not limited instead (RLIMIT_AS): what then fails first, and whether a thread
    of a library ends the process over it, differs from machine to machine.
    """
    passed = count()

    def ask_for_too_much(*_: object) -> None:
        if next(passed) >= IN_THE_MIDDLE:
            torch.empty(MORE_THAN_ANY_MACHINE_HAS, dtype=torch.uint8)

    hook = register_module_forward_pre_hook(ask_for_too_much)
    try:
        yield
    finally:
        hook.remove()


@pytest.mark.usefixtures("tiny")
def test_a_training_without_memory_stops_and_can_go_on(state: State, tmp_path: Path) -> None:
    notes = write_notes(tmp_path / "notes", 16)
    whole = finish(train(state, command(notes, "Whole", OPTIONS)))
    job = train(state, command(notes, "Short", OPTIONS))
    until(job, TrainingStep)
    with hardly_any_memory(), pytest.raises(RuntimeError) as raised:
        finish(job)
    assert is_out_of_memory(raised.value)
    catch_up(state)  # before the next job, what could not be written then
    run = runs.everything(state.catalog)[-1]
    assert (run.state, run.problem) == ("interrupted", why(raised.value))
    assert state.training is None
    assert state.footprint().training == 0
    answer = finish(ask(state, Ask("Frost?", "", None, 1.0, Sampling(max_tokens=4, seed=1))))
    assert answer.tokens > 0
    assert sha(state, finish(resume(state, ResumeTraining(run.id)))) == sha(state, whole)
