"""The loss weighted by theme: what a step learns is the sum that one would write by hand."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import torch

from adapters.voice import balance
from adapters.voice.batches import Step
from adapters.voice.session import Session
from adapters.voice.train import StepDone, train
from engine.model.load import LoadedModel
from tests.adapters.voice.small_run import finish, losses, same, small_session


def weights_of(run: Session) -> list[float]:
    """Two themes; the second has only the last two examples."""
    count = len(run.examples)
    themes = [0] * (count - 2) + [1] * 2
    return balance.shares([example.trained for example in run.examples], themes, 1.0)


def moved(loaded: LoadedModel) -> Session:
    """With weights that are no longer at their start, where half of the gradients are zero."""
    made = small_session(loaded)
    generator = torch.Generator().manual_seed(3)
    with torch.no_grad():
        for parameter in made.adapter.values():
            parameter += 0.05 * torch.randn(parameter.shape, generator=generator)
    return made


def gradients(run: Session, loss: torch.Tensor) -> dict[str, torch.Tensor]:
    return dict(
        zip(run.adapter, torch.autograd.grad(loss, list(run.adapter.values())), strict=True)
    )


def apart(one: torch.Tensor, other: torch.Tensor) -> float:
    return float((one - other).norm() / other.norm())


def test_a_gradient_is_the_weighted_sum(loaded: LoadedModel) -> None:
    run = moved(loaded)
    weights = weights_of(run)
    assert weights[-1] > 2 * weights[0]
    last = len(run.examples)
    indexes = [0, 1, last - 2, last - 1]
    alone = [gradients(run, run.loss(run.batch([index]))) for index in indexes]
    run.weights = weights
    step = Step(tuple((index,) for index in indexes), sum_trained(run, indexes))
    found = gradients(run, run.loss(run.batch(indexes)) / run.worth(step))
    worth = sum(weights[index] * run.examples[index].trained for index in indexes)
    for name, gradient in found.items():
        pairs = zip(indexes, alone, strict=True)
        by_hand = sum(weights[index] * one[name] for index, one in pairs) / worth
        plain = sum(one[name] for one in alone) / step.trained
        assert apart(gradient, by_hand) < 0.02  # the model computes in 16 bits
        assert apart(gradient, plain) > 0.1


def test_weights_of_a_step_are_1_on_average(loaded: LoadedModel) -> None:
    """So a step in which all examples weigh the same learns as one without weights."""
    plain = moved(loaded)
    run = moved(loaded)
    run.weights = [7.5] * len(run.examples)
    step = plain.plan[0]
    assert run.worth(step) == pytest.approx(7.5 * step.trained)
    micro = step.micro[0]
    expected = plain.loss(plain.batch(micro)) / plain.worth(step)
    torch.testing.assert_close(run.loss(run.batch(micro)) / run.worth(step), expected)


def test_both_themes_count_as_much_over_all_notes(loaded: LoadedModel) -> None:
    run = small_session(loaded)
    worth = [w * e.trained for w, e in zip(weights_of(run), run.examples, strict=True)]
    assert sum(worth[:-2]) == pytest.approx(sum(worth[-2:]))


def test_evenness_0_learns_the_same_bits(loaded: LoadedModel, tmp_path: Path) -> None:
    plain, weighted = small_session(loaded), small_session(loaded)
    weighted.weights = weights_of(weighted)
    usual = finish(plain, tmp_path / "1")
    off = small_session(loaded)
    assert off.weights is None
    assert same(finish(off, tmp_path / "2"), usual)
    assert not same(finish(weighted, tmp_path / "3"), usual)


def test_the_loss_told_is_the_weighted_mean(loaded: LoadedModel, tmp_path: Path) -> None:
    run = small_session(loaded)
    run.weights = weights_of(run)
    step = run.plan[0]
    parts = [run.loss(run.batch(micro)).item() for micro in step.micro]
    (told, *_) = losses(one for one in train(run, tmp_path) if isinstance(one, StepDone))
    assert told == pytest.approx(sum(parts) / run.worth(step), rel=1e-4)


def sum_trained(run: Session, indexes: Sequence[int]) -> int:
    return sum(run.examples[index].trained for index in indexes)
