"""The commands on the real engine with the tiny model: ask, train, switch, killed, resumed."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from engine.console import cli
from engine.places import Places
from tests.engine.console.processes import ROOT
from tests.notes import write_notes

TRAINING = (
    *("--rank", "4", "--learning-rate", "0.01", "--epochs", "2"),
    *("--max-length", "96", "--seed", "3"),
)

# Trains as ``train`` does, and waits after each step until the test has read of it.
SLOW_TRAINING = """
import sys, time
from pathlib import Path
from engine.console import cli, training
from engine.messages import TrainingStep
from engine.places import Places

show = training.Watching.show

def slowly(self, update):
    show(self, update)
    if isinstance(update, TrainingStep):
        print("step", update.step, flush=True)

training.Watching.show = slowly
data, cache = map(Path, sys.argv[1:3])
sys.exit(cli.main(sys.argv[3:], Places(data, cache)))
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return write_notes(tmp_path / "notes")


def do(places: Places, capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    capsys.readouterr()
    code = cli.main([*argv, "--json"], places)
    out, err = capsys.readouterr()
    assert code == 0, err
    said: dict[str, Any] = json.loads(out)
    return said


def fingerprint(voice: dict[str, Any]) -> str:
    return hashlib.sha256(
        Path(voice["path"], "adapter_model.safetensors").read_bytes()
    ).hexdigest()


def test_a_voice_is_trained_and_changes_the_answer(
    tiny_starter: Places, notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = ["ask", "How is the frost?", "--seed", "5", "--max-tokens", "12"]
    base = do(tiny_starter, capsys, *ask)
    assert (base["model"], base["voice"], base["tokens"]) == ("SmolLM2-135M-Instruct", None, 12)
    trained = do(tiny_starter, capsys, "train", str(notes), "--name", "Diary", *TRAINING)
    assert trained["voice"] == "Diary"
    assert trained["perplexity_after"] < trained["perplexity_before"]
    assert Path(trained["path"], "adapter_config.json").is_file()
    assert trained["held_out_documents"] == 2
    worn = do(tiny_starter, capsys, *ask, "--voice", "Diary")
    again = do(tiny_starter, capsys, *ask, "--voice", "Diary")
    assert worn["text"] == again["text"] != base["text"]
    assert (
        do(tiny_starter, capsys, *ask, "--voice", "Diary", "--strength", "0")["text"]
        == (do(tiny_starter, capsys, *ask)["text"])
        == base["text"]
    )
    (listed,) = do(tiny_starter, capsys, "runs")["runs"]
    assert (listed["state"], listed["path"]) == ("finished", trained["path"])


def test_a_killed_training_goes_on_to_the_same_bits(
    tiny_starter: Places, notes: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    train = ["train", str(notes), "--name", "Diary", "--checkpoint-every", "2", *TRAINING]
    folders = (tiny_starter.data, tiny_starter.cache)
    killed = subprocess.Popen(
        [sys.executable, "-c", SLOW_TRAINING, *map(str, folders), *train],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert killed.stdout is not None
    for line in killed.stdout:
        if line.strip() == "step 3":
            os.kill(killed.pid, signal.SIGKILL)
    assert killed.wait() == -signal.SIGKILL
    killed.stdout.close()
    (cut,) = do(tiny_starter, capsys, "runs")["runs"]
    assert cut["state"] == "interrupted"
    assert 3 <= cut["step"] < cut["steps"]
    resumed = do(tiny_starter, capsys, "train", "--resume", str(cut["run"]))
    assert resumed["run"] == cut["run"]
    uncut_places = Places(tmp_path / "other", tiny_starter.cache)
    uncut = do(uncut_places, capsys, *train)
    assert resumed["steps"] == uncut["steps"]
    assert fingerprint(resumed) == fingerprint(uncut)
    assert resumed["perplexity_after"] == uncut["perplexity_after"]
    catalog = Catalog.open_reading(tiny_starter.catalog)
    losses = [step.loss for step in runs.steps(catalog, cut["run"])]
    catalog.close()
    assert len(losses) == uncut["steps"] + 1  # and the base's own, at step 0
