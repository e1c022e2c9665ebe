"""A run counts its own work, whatever the clock on the wall does."""

import random
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from adapters.voice import checkpoint, turns
from adapters.voice.train import SAVE_AFTER, MicroDone, StepDone, train
from engine.jobs.pace import Pace
from engine.model.load import LoadedModel
from tests.adapters.voice.small_run import OPTIONS, finish, same, small_session, weights


class Clock:
    """Every look costs so many seconds of work; the wall jumps by days."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.now = seconds, 0.0

    def monotonic(self) -> float:
        self.now += self.seconds
        return self.now


def jumping() -> float:
    return random.Random().uniform(-1e9, 1e9)


def test_checkpoints_follow_work_and_not_the_wall(
    loaded: LoadedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    untouched = finish(small_session(loaded), tmp_path / "a")
    monkeypatch.setattr(time, "time", jumping)
    monkeypatch.setattr(turns, "time", Clock(SAVE_AFTER / 4))  # one look before, one after
    saved: list[float] = []
    save = checkpoint.save

    def counted(run: object, folder: Path) -> Path:
        saved.append(run.progress.seconds)  # type: ignore[attr-defined]
        return save(run, folder)  # type: ignore[arg-type]

    monkeypatch.setattr(checkpoint, "save", counted)
    run = small_session(loaded, options=replace(OPTIONS, checkpoint_every=None))
    passes = sum(isinstance(done, MicroDone | StepDone) for done in train(run, tmp_path / "b"))
    assert same(weights(run), untouched)
    gaps = [after - before for before, after in pairwise(saved)]
    assert len(saved) >= 3
    assert all(SAVE_AFTER <= gap <= 1.5 * SAVE_AFTER for gap in gaps[1:])
    assert run.progress.seconds == pytest.approx((passes + 1) * SAVE_AFTER / 4)


def test_others_turns_and_a_sleep_between_two_steps_do_not_count(
    loaded: LoadedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(1.0)
    monkeypatch.setattr(turns, "time", clock)
    run = small_session(loaded)
    pace = Pace(0, 0.0)
    for done in train(run, tmp_path):
        clock.now += 40_000.0  # the machine slept, or the owner talked for hours
        if isinstance(done, StepDone):
            pace.mark(run.progress.tokens, run.progress.seconds)
    assert run.progress.seconds < 200
    assert pace.seconds_for(run.progress.tokens) < 2 * run.progress.seconds
