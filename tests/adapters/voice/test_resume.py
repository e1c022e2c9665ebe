"""After kill -9 a run goes on and ends with the weights of a run that was never cut."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

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


def test_killed_three_times(tiny_nf4: Path, tmp_path: Path) -> None:
    """A real process, killed without warning at any moment after some passes.

    The same program, left alone, says what is to come out: in this process, where other tests
    have had their turn, the kernels that torch has chosen may round to other bits.
    """
    with program(tiny_nf4, tmp_path / "alone") as process:
        process.communicate()
        assert process.returncode == 0
    with program(tiny_nf4, tmp_path / "killed") as process:
        assert process.stdout is not None
        began_at = []
        for passes in (3, 9, 14):
            said = read_until_life(process.stdout)
            began_at.append(process.stdout.readline())
            for _ in range(passes):
                assert process.stdout.readline()
            os.kill(int(said.split()[1]), signal.SIGKILL)
        read_until_life(process.stdout)
        began_at.append(process.stdout.readline())
        assert process.wait() == 0
    assert len(set(began_at)) == 4  # each life went on where the one before had come to
    alone, killed = (
        load_file(tmp_path / one / "final.safetensors") for one in ("alone", "killed")
    )
    assert same(killed, alone)


def program(nf4: Path, folder: Path) -> "subprocess.Popen[str]":
    folder.mkdir()
    return subprocess.Popen(
        [sys.executable, "-m", "tests.adapters.voice.small_run", str(nf4), str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def read_until_life(said: IO[str]) -> str:
    """The line with which the next life begins; what the one before still said goes by."""
    return next(line for line in said if line.startswith("life"))


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
