"""The best watched state is kept, a worsening run ends, and a NaN is recovered from."""

import math
from pathlib import Path

import pytest
import torch

from adapters.notes.example import Example
from adapters.voice import best, checkpoint, perplexity, recovery
from adapters.voice.session import Session
from adapters.voice.train import HeldOutDone, NotANumberError, StepDone, train
from engine.model.load import LoadedModel
from tests.adapters.voice.small_run import finish, resumed, same, small_session, weights

EVERY_STEP = frozenset(range(1, 100))


def losses_of(monkeypatch: pytest.MonkeyPatch, losses: list[float]) -> None:
    """The watched notes give these, one after the other, and then the last for ever."""

    def pooled(_: object) -> perplexity.Measured:
        return perplexity.Measured(losses.pop(0) if len(losses) > 1 else losses[0], 1)

    monkeypatch.setattr("adapters.voice.perplexity.pooled", pooled)


def watched(run: Session) -> list[Example]:
    return list(run.examples[:2])  # type: ignore[arg-type]


def test_what_was_best_is_given_back(
    loaded: LoadedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    losses_of(monkeypatch, [3.0, 2.0, 2.5, 2.4])
    run = small_session(loaded, epochs=6)
    states = {}
    for done in train(run, tmp_path, watched(run), EVERY_STEP):
        if isinstance(done, StepDone):
            states[done.step] = weights(run)
    assert (run.progress.best_step, run.progress.best_loss) == (2, 2.0)
    assert not same(weights(run), states[2])
    best.restore(run, tmp_path)
    assert same(weights(run), states[2])


def test_a_run_that_gets_worse_ends_early(
    loaded: LoadedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    losses_of(monkeypatch, [3.0, 2.0, 2.1])
    run = small_session(loaded, epochs=6)
    assert len(run.plan) > 2 + best.PATIENCE
    list(train(run, tmp_path, watched(run), EVERY_STEP))
    assert run.progress.step == 2 + best.PATIENCE


def test_with_nothing_watched_the_last_state_is_kept(loaded: LoadedModel, tmp_path: Path) -> None:
    run = small_session(loaded)
    last = finish(run, tmp_path)
    best.restore(run, tmp_path)
    assert same(weights(run), last)


def test_the_end_is_measured_and_a_cut_point_is_not_passed_over(
    loaded: LoadedModel, tmp_path: Path
) -> None:
    run = small_session(loaded)
    end = len(run.plan)
    training = train(run, tmp_path, watched(run), frozenset({1}))
    while not isinstance(next(training), StepDone):
        pass
    training.close()  # after step 1, before it is measured
    again = resumed(loaded, tmp_path)
    done = list(train(again, tmp_path, watched(again), frozenset({1})))
    assert [one.step for one in done if isinstance(one, HeldOutDone)] == [1, end]


class Spoiled:
    """Takes the place of a session's loss: the calls in ``at`` give no number."""

    def __init__(self, run: Session, at: set[int]) -> None:
        self._loss, self._at, self.calls = type(run).loss, at, 0

    def __call__(self, run: Session, batch: object) -> torch.Tensor:
        self.calls += 1
        loss = self._loss(run, batch)  # type: ignore[arg-type]
        return loss * math.nan if self.calls in self._at else loss


def go_on(run: Session, folder: Path) -> int:
    """Train to the end as a job does; how often it went back."""
    back = 0
    while True:
        try:
            list(train(run, folder))
        except NotANumberError:
            if not recovery.go_back(run, folder):
                raise
            back += 1
        else:
            return back


def test_a_nan_goes_back_and_on_with_half_the_rate(
    loaded: LoadedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calm = small_session(loaded)
    rates = [done.learning_rate for done in train(calm, tmp_path / "calm") if is_step(done)]
    run = small_session(loaded)
    monkeypatch.setattr(Session, "loss", method(Spoiled(run, {7})))
    assert go_on(run, tmp_path / "run") == 1
    assert run.progress.step == len(run.plan)
    assert all(torch.isfinite(weight).all() for weight in weights(run).values())
    assert run.schedule.get_last_lr()[0] == pytest.approx(calm.schedule.get_last_lr()[0] / 2)
    assert len(rates) == len(calm.plan)


def test_the_lower_rate_survives_a_kill(
    loaded: LoadedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = small_session(loaded)
    monkeypatch.setattr(Session, "loss", method(Spoiled(run, {7})))
    with pytest.raises(NotANumberError):
        list(train(run, tmp_path))
    assert recovery.go_back(run, tmp_path)
    kept = [group["lr"] for group in run.optimiser.param_groups]
    killed = resumed(loaded, tmp_path)
    assert killed.progress.halved == 1
    assert [group["lr"] for group in killed.optimiser.param_groups] == kept
    assert same(finish(killed, tmp_path / "a"), finish(run, tmp_path / "b"))


def test_it_gives_up_after_a_few_times(
    loaded: LoadedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = small_session(loaded)
    spoiled = Spoiled(run, set(range(1, 1000)))
    monkeypatch.setattr(Session, "loss", method(spoiled))
    with pytest.raises(NotANumberError):
        go_on(run, tmp_path)
    assert run.progress.halved == recovery.MOST
    assert checkpoint.newest(tmp_path) is not None


def is_step(done: object) -> bool:
    return isinstance(done, StepDone)


def method(function: Spoiled) -> object:
    return lambda run, batch: function(run, batch)
