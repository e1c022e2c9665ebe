"""A real window and commands of the terminal on one data folder, each in its own process."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import ownership
from engine.handover import meeting
from engine.places import Places
from tests.engine.console.processes import ROOT, run
from tests.fakes import WORDS

ANSWER = "".join(WORDS)


@pytest.fixture
def window(places: Places) -> Iterator["subprocess.Popen[str]"]:
    """The window on the fake engine, once it takes commands."""
    argv = [sys.executable, "-m", "tests.gui.run_app", str(places.data), str(places.cache)]
    process = subprocess.Popen(
        argv,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not meeting.address(places).exists():
        assert process.poll() is None, process.communicate()
    yield process
    process.kill()
    process.communicate()


def test_commands_beside_an_open_window(
    window: "subprocess.Popen[str]", places: Places, tmp_path: Path
) -> None:
    assert ownership.owner(places) == window.pid
    asked = run(places, "ask", "How is the frost?", "--json")
    assert asked.returncode == 0, asked.stderr
    assert json.loads(asked.stdout)["text"] == ANSWER
    trained = run(places, "train", str(tmp_path), "--name", "Diary", "--json")
    assert trained.returncode == 0, trained.stderr
    assert json.loads(trained.stdout)["steps"] == 20
    for name, key in (("voices", "voice"), ("runs", "voice")):
        listed = json.loads(run(places, name, "--json").stdout)[name]
        assert [each[key] for each in listed] == ["Diary"]
    assert window.poll() is None
    assert ownership.owner(places) == window.pid


def test_after_the_window_was_killed_a_command_takes_over(
    window: "subprocess.Popen[str]", places: Places
) -> None:
    os.kill(window.pid, signal.SIGKILL)
    window.wait()
    asked = run(places, "ask", "How is the frost?")
    assert (asked.returncode, asked.stdout) == (0, ANSWER + "\n"), asked.stderr
    assert ownership.owner(places) is None
