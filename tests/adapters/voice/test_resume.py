"""After kill -9 a run goes on and ends with the weights of a run that was never cut."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from adapters.voice import checkpoint
from adapters.voice.train import train
from engine.model.load import LoadedModel
from tests.adapters.voice.small_run import finish, resumed, same, small_session, weights

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def undisturbed(
    loaded: LoadedModel, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, torch.Tensor]:
    return finish(small_session(loaded), tmp_path_factory.mktemp("undisturbed"))


def start(nf4: Path, folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.adapters.voice.small_run", str(nf4), str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_killed_twice(
    tiny_nf4: Path, tmp_path: Path, undisturbed: dict[str, torch.Tensor]
) -> None:
    """A real process, killed without warning in the middle of steps."""
    for lines in (3, 9):
        process = start(tiny_nf4, tmp_path)
        assert process.stdout is not None
        for _ in range(lines):
            assert process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        process.stdout.close()
    newest = checkpoint.newest(tmp_path)
    assert newest is not None
    last = start(tiny_nf4, tmp_path)
    assert last.stdout is not None
    said = last.stdout.read().splitlines()
    last.stdout.close()
    assert last.wait() == 0
    assert not said[0].startswith("MicroDone 0 0")  # it went on, it did not begin
    assert same(load_file(tmp_path / "final.safetensors"), undisturbed)


@pytest.mark.parametrize("yields", [1, 2, 3, 5, 8, 13])
def test_paused_anywhere(
    loaded: LoadedModel, tmp_path: Path, undisturbed: dict[str, torch.Tensor], yields: int
) -> None:
    """Closing the generator keeps all that was done, also in the middle of a step."""
    run = small_session(loaded)
    steps = train(run, tmp_path)
    for _ in range(yields):
        next(steps)
    steps.close()
    going_on = resumed(loaded, tmp_path)
    assert (going_on.progress.step, going_on.progress.micro) == (
        run.progress.step,
        run.progress.micro,
    )
    assert same(finish(going_on, tmp_path), undisturbed)


def test_a_finished_run_has_nothing_left_to_do(
    loaded: LoadedModel, tmp_path: Path, undisturbed: dict[str, torch.Tensor]
) -> None:
    run = small_session(loaded)
    finish(run, tmp_path)
    checkpoint.save(run, tmp_path)
    again = resumed(loaded, tmp_path)
    assert list(train(again, tmp_path)) == []
    assert same(weights(again), undisturbed)
