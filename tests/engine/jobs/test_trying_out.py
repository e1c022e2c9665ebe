"""The dry run as a stage of a training."""

from pathlib import Path

import pytest

from adapters.catalog import runs
from adapters.errors import UserError
from engine.jobs import run_learning, trying_out
from engine.jobs.state import State
from engine.messages import Preparing, ResumeTraining, TrainingStep
from tests.engine.jobs.running import collect, finish, resume, train, until
from tests.engine.jobs.trainings import command, sha

pytestmark = pytest.mark.usefixtures("tiny")


def test_a_run_is_the_same_with_and_without_it(
    state: State, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    updates, tried = collect(train(state, command(notes)))
    assert any(isinstance(u, Preparing) and "Trying out" in str(u.stage) for u in updates)
    monkeypatch.setattr(run_learning, "try_out", lambda _: ())
    updates, plain = collect(train(state, command(notes)))
    assert not any(isinstance(u, Preparing) and "Trying out" in str(u.stage) for u in updates)
    assert sha(state, tried) == sha(state, plain)


def test_memory_that_does_not_hold_is_said_before_the_run(
    state: State, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No machine leaves so much free."""
    with monkeypatch.context() as patch:
        patch.setattr(trying_out, "RESERVE", 1 << 60)
        with pytest.raises(UserError, match=r"tried out took .* were left free"):
            finish(train(state, command(notes)))
    (run,) = runs.everything(state.catalog)
    assert (run.state, run.step) == ("failed", 0)
    assert "tried out took" in str(run.problem)
    job = resume(state, ResumeTraining(run.id))  # and it can be tried again
    until(job, TrainingStep)
    job.close()
