"""Fault 22: memory runs out in the middle of a training; the engine goes on."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
import torch

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

MIB = 2**20
# Large enough that a step asks for blocks of several MiB.
LARGE = replace(OPTIONS, micro_tokens=16_384, batch_tokens=800, max_length=384)


def everything_free() -> list[torch.Tensor]:
    """All blocks of a MiB and more that the C library still keeps from what ran before."""
    taken: list[torch.Tensor] = []
    size = 64 * MIB
    while size >= MIB:
        try:
            taken.append(torch.empty(size, dtype=torch.uint8))
        except RuntimeError:
            size //= 2
    return taken


@contextmanager
def hardly_any_memory() -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (psutil.Process().memory_info().vms, hard))
    taken = everything_free()
    try:
        yield
    finally:
        taken.clear()
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


# A primitive that finds no memory is replaced by one that needs less, with a warning.
@pytest.mark.filterwarnings("ignore:mkldnn_matmul failed")
@pytest.mark.usefixtures("tiny")
def test_a_training_without_memory_stops_and_can_go_on(state: State, tmp_path: Path) -> None:
    notes = write_notes(tmp_path / "notes", 120)
    whole = finish(train(state, command(notes, "Whole", LARGE)))
    job = train(state, command(notes, "Short", LARGE))
    until(job, TrainingStep)
    with hardly_any_memory(), pytest.raises((MemoryError, RuntimeError)) as raised:
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
