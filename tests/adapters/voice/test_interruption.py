"""A pass cut short in its middle costs that pass and nothing else."""

from pathlib import Path

import pytest

from adapters.voice.train import MicroDone, StepDone, train
from engine.model.load import LoadedModel
from tests.adapters.voice.small_run import finish, resumed, same, small_session


class Hurry:
    """True at its ``at``-th question and, if it ``lasts``, at all that follow."""

    def __init__(self, at: int, lasts: bool) -> None:
        self.at, self.lasts, self.asked = at, lasts, 0

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked == self.at or (self.lasts and self.asked > self.at)


# The tiny model has two layers: two questions in each forward pass, two in each backward one.
# A step has several micro-batches, so that some of its gradients are added up already.
PLACES = [1, 2, 3, 4, 6, 7, 8, 13]


@pytest.mark.parametrize("at", PLACES)
def test_cut_and_resumed_is_bit_equal_to_uncut(
    loaded: LoadedModel, tmp_path: Path, at: int
) -> None:
    uncut = finish(small_session(loaded), tmp_path / "uncut")
    folder = tmp_path / "cut"
    hurry = Hurry(at, lasts=True)
    run = train(small_session(loaded), folder, hurried=hurry)
    while hurry.asked < at:
        next(run)
    run.close()
    assert same(finish(resumed(loaded, folder), folder), uncut)


@pytest.mark.parametrize("at", PLACES)
def test_a_run_that_goes_on_after_all_does_the_pass_again(
    loaded: LoadedModel, tmp_path: Path, at: int
) -> None:
    uncut = finish(small_session(loaded), tmp_path / "uncut")
    run = small_session(loaded)
    done = list(train(run, tmp_path / "cut", hurried=Hurry(at, lasts=False)))
    assert same({name: p.detach() for name, p in run.adapter.items()}, uncut)
    assert sum(isinstance(one, StepDone) for one in done) == len(run.plan)


def test_in_a_hurry_no_pass_comes_to_its_end(loaded: LoadedModel, tmp_path: Path) -> None:
    session = small_session(loaded)
    run = train(session, tmp_path, hurried=lambda: True)
    assert all(isinstance(next(run), MicroDone) for _ in range(5))
    assert (session.progress.step, session.progress.micro) == (0, 0)
    assert all(p.grad is None for p in session.adapter.values())
    run.close()


def test_nothing_of_it_stays_on_the_model(loaded: LoadedModel, tmp_path: Path) -> None:
    session = small_session(loaded)
    finish(session, tmp_path)
    assert not any(module._forward_hooks for module in session.model.modules())
