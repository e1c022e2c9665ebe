"""Two processes on one data folder, and owners that are killed (fault 25)."""

import json
import os
import signal

import pytest

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from engine import ownership
from engine.handover import meeting
from engine.places import Places
from tests.engine.console.processes import Start, run
from tests.fakes import WORDS

ANSWER = "".join(WORDS)


def states(places: Places) -> list[str]:
    catalog = Catalog.open_reading(places.catalog)
    try:
        return [run.state for run in runs.everything(catalog)]
    finally:
        catalog.close()


def start_training(start: Start, places: Places) -> int:
    """A slow training in a process that owns the folder; its number."""
    process = start("train", str(places.cache), "--name", "Diary", pause=0.3)
    while not (states(places) and meeting.address(places).exists()):
        assert process.poll() is None
    assert ownership.owner(places) == process.pid
    return int(process.pid)


def test_a_question_beside_a_training_is_answered_by_its_process(
    places: Places, start: Start
) -> None:
    start_training(start, places)
    done = run(places, "ask", "How is the frost?", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["text"] == ANSWER
    listed = json.loads(run(places, "runs", "--json").stdout)["runs"]
    assert [(each["voice"], each["state"]) for each in listed] == [("Diary", "running")]


def test_a_killed_owner_is_replaced_and_its_run_can_go_on(places: Places, start: Start) -> None:
    os.kill(start_training(start, places), signal.SIGKILL)
    assert meeting.address(places).exists()  # what a kill leaves behind
    done = run(places, "ask", "How is the frost?")
    assert (done.returncode, done.stdout) == (0, ANSWER + "\n"), done.stderr
    assert states(places) == ["interrupted"]
    assert run(places, "train", "--resume", "1").returncode == 0
    assert states(places) == ["finished"]
    assert ownership.owner(places) is None
    assert not meeting.address(places).exists()


def test_when_the_owner_is_killed_the_one_who_asked_is_told(places: Places, start: Start) -> None:
    owner = start_training(start, places)
    asking = start("ask", "How is the frost?", pause=0.3)
    assert asking.stdout is not None
    assert asking.stdout.read(1) == "A"
    os.kill(owner, signal.SIGKILL)
    out, err = asking.communicate(timeout=60)
    assert asking.returncode == 1
    assert ANSWER.startswith("A" + out.rstrip("\n"))
    assert "has closed" in err


def test_ctrl_c_here_stops_the_work_there(places: Places, start: Start) -> None:
    start_training(start, places)
    second = start("train", str(places.cache), "--name", "Second")
    while states(places) != ["running", "queued"]:
        assert second.poll() is None
    second.send_signal(signal.SIGINT)
    second.communicate(timeout=60)
    assert second.returncode == 130
    assert states(places) == ["running", "paused"]


def test_many_at_once_have_one_owner_at_a_time(places: Places, start: Start) -> None:
    """However they meet, each is answered, by itself or by the one that came first."""
    asked = [start("ask", "How is the frost?") for _ in range(5)]
    for process in asked:
        out, err = process.communicate(timeout=120)
        assert (process.returncode, out) == (0, ANSWER + "\n"), err
    catalog = Catalog.open(places.catalog, places.backups)
    catalog.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_owner_that_is_told_to_end_keeps_what_it_has(
    places: Places, start: Start, number: signal.Signals
) -> None:
    process = start("train", str(places.cache), "--name", "Diary", pause=0.1)
    while not (states(places) and meeting.address(places).exists()):
        assert process.poll() is None
    process.send_signal(number)
    process.communicate(timeout=60)
    assert process.returncode == 128 + number
    assert states(places) == ["paused"]
    assert ownership.owner(places) is None
