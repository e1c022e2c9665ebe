"""Faults 10 and 23: kill -9 at any moment of a training costs nothing but the time."""

import os
import signal
import time
from pathlib import Path

from benchmarks.lives import started
from benchmarks.resume import QUICK, kill_and_resume, write_notes
from engine.places import Places


def test_three_kills_at_random_moments(tiny_starter: Places, tmp_path: Path) -> None:
    """While it learns, while a checkpoint is written, and while the voice is saved."""
    write_notes(tmp_path / "notes")
    with started(tiny_starter.cache, tmp_path / "notes") as nursery:
        rows = kill_and_resume(nursery, tmp_path, QUICK, seed=int(time.time()))
    assert [row["same weights"] for row in rows] == [True] * 3, rows


def test_a_process_that_was_stopped_for_a_while(tiny_starter: Places, tmp_path: Path) -> None:
    """As when the machine sleeps: SIGSTOP in the middle, SIGCONT later."""
    write_notes(tmp_path / "notes")
    with started(tiny_starter.cache, tmp_path / "notes") as nursery:
        whole = nursery.live(tmp_path / "whole")

        def sleep_and_wake(pid: int) -> None:
            os.kill(pid, signal.SIGSTOP)
            time.sleep(2)
            os.kill(pid, signal.SIGCONT)

        slept = nursery.live(tmp_path / "slept", "checkpoint", 2, act=sleep_and_wake)
    assert slept.voice == whole.voice
