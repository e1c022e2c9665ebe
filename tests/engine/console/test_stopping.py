"""Signals: Ctrl+C stops and keeps, in a process of its own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from engine.places import Places
from tests.engine.console.processes import ROOT, Start, command, run
from tests.fakes import WORDS

LONG = 0.15  # seconds of a step: time enough to stop in the middle
LONGER = 1.5  # where another process looks for the step first, on a machine that may be busy


def read_until(process: "subprocess.Popen[str]", fits: Callable[[str], bool]) -> str:
    """Read standard output by characters until what came fits."""
    assert process.stdout is not None
    read = ""
    while not fits(read):
        character = process.stdout.read(1)
        assert character, f"ended after {read!r}"
        read += character
    return read


def run_state(places: Places) -> tuple[str, int]:
    catalog = Catalog.open_reading(places.catalog)
    try:
        row = runs.everything(catalog)[0]
        return row.state, row.step
    finally:
        catalog.close()


def wait_for_step(places: Places) -> None:
    """Until the run in the other process has done a step."""
    while True:
        done = run(places, "runs", "--json")
        assert done.returncode == 0, done.stderr
        listed = json.loads(done.stdout)["runs"]
        if listed and listed[0]["step"]:
            return


def test_ctrl_c_stops_an_answer_and_keeps_what_came(start: Start) -> None:
    process = start("ask", "Hi", pause=LONG)
    read = read_until(process, lambda text: text.endswith("quiet"))
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    text = read + out
    assert "".join(WORDS).startswith(text.rstrip("\n"))
    assert text.endswith("\n")
    assert len(text.rstrip()) < len("".join(WORDS))
    assert err == ""


def test_ctrl_c_leaves_one_object_of_json(places: Places, start: Start) -> None:
    process = start("ask", "Hi", "--json", pause=LONG)
    # Nothing is printed until the end, so the log tells when the work has begun.
    while not places.lock.exists() or not places.catalog.exists():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert process.returncode in (130, -signal.SIGINT)
    assert out == "" or "".join(WORDS).startswith(json.loads(out)["text"])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_training_is_paused_and_says_how_to_go_on(
    places: Places, start: Start, tmp_path: Path, number: signal.Signals
) -> None:
    process = start("train", str(tmp_path), "--name", "Diary", pause=LONGER)
    wait_for_step(places)
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    assert out == ""
    assert "train --resume 1" in err
    state, step = run_state(places)
    assert state == "paused"
    assert step > 0
    done = run(places, "train", "--resume", "1", "--json")
    assert done.returncode == 0
    assert run_state(places)[0] == "finished"


def test_a_reader_that_goes_away_ends_it_quietly(start: Start) -> None:
    process = start("ask", "Hi", pause=LONG)
    read_until(process, bool)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    assert process.wait(60) == 141


def test_nothing_of_qt_or_torch_is_loaded_for_the_lists(places: Places) -> None:
    code = (
        "import sys; from tests.engine.console.program import main\n"
        f"main('0', {str(places.data)!r}, 'voices')\n"
        "heavy = {'torch', 'transformers', 'peft', 'PySide6'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_progress_line_is_drawn_on_a_terminal_only(places: Places, tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    argv = command(places, "train", str(tmp_path), "--name", "Diary")
    process = subprocess.Popen(argv, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, text=True)
    os.close(theirs)
    seen = b""
    while chunk := _read(ours):
        seen += chunk
    os.close(ours)
    out, _ = process.communicate(timeout=60)
    assert "is trained" in out
    assert b"\rRun 1: 0 of 20 steps" in seen
    assert b"step 20 of 20" in seen
    piped = run(places, "train", str(tmp_path), "--name", "Again")
    assert piped.stderr == ""


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 4096)
    except OSError:  # how Linux says that the other side of a terminal has closed
        return b""
