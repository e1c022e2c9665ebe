"""A training that waits for another: what it says, and what becomes of it."""

import json
import os
import signal
import subprocess

from engine.places import Places
from tests.engine.console.processes import Start, run


def listed(places: Places) -> list[tuple[str, str]]:
    done = run(places, "runs", "--json")
    assert done.returncode == 0, done.stderr
    return [(each["voice"], each["state"]) for each in json.loads(done.stdout)["runs"]]


def start_both(places: Places, start: Start) -> tuple["subprocess.Popen[str]", ...]:
    """A slow training, and one beside it that waits; the second has said so."""
    folder = str(places.cache)
    first = start("train", folder, "--name", "Diary", pause=0.3)
    while listed(places) != [("Diary", "running")]:
        assert first.poll() is None
    second = start("train", folder, "--name", "Letters", pause=0.3)
    assert second.stderr is not None
    assert second.stderr.readline() == "Waiting for “Diary” to be trained\n"
    assert listed(places) == [("Diary", "running"), ("Letters", "queued")]
    return first, second


def test_a_queued_training_can_be_given_up_and_begun_later(places: Places, start: Start) -> None:
    first, second = start_both(places, start)
    second.send_signal(signal.SIGINT)
    out, err = second.communicate(timeout=60)
    assert (second.returncode, out) == (130, "")
    assert "Begin it with: train --resume 2" in err
    assert listed(places) == [("Diary", "running"), ("Letters", "paused")]
    first.send_signal(signal.SIGINT)
    first.communicate(timeout=60)
    assert run(places, "train", "--resume", "2").returncode == 0
    assert listed(places) == [("Diary", "paused"), ("Letters", "finished")]


def test_after_a_kill_the_queued_one_is_interrupted_like_the_other(
    places: Places, start: Start
) -> None:
    first, second = start_both(places, start)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    second.wait(timeout=60)
    assert listed(places) == [("Diary", "interrupted"), ("Letters", "interrupted")]
    assert run(places, "train", "--resume", "2").returncode == 0
    assert listed(places)[1] == ("Letters", "finished")
