"""Three steps tried out before a run: what they find, and that they leave no trace."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import nn

from adapters.errors import UserError
from adapters.notes.example import Example
from adapters.voice import dry_run as module
from adapters.voice.dry_run import STEPS, dry_run
from adapters.voice.session import Session
from engine.model.load import LoadedModel
from tests.adapters.voice.small_run import finish, same, small_session, weights


def try_out(run: Session) -> list[float]:
    return list(dry_run(run))


def test_it_leaves_no_trace(loaded: LoadedModel, tmp_path: Path) -> None:
    untouched = finish(small_session(loaded), tmp_path / "a")
    chance = torch.random.get_rng_state()
    run = small_session(loaded)
    before = weights(run)
    assert try_out(run)[-1] == 1.0
    assert same(weights(run), before)
    assert all(parameter.grad is None for parameter in run.adapter.values())
    assert run.progress.seconds == 0.0
    assert torch.equal(torch.random.get_rng_state(), chance)
    assert same(finish(run, tmp_path / "b"), untouched)


def test_given_up_in_the_middle_it_leaves_none_either(loaded: LoadedModel) -> None:
    run = small_session(loaded)
    before = weights(run)
    steps = dry_run(run)
    for _ in range(2 * STEPS - 1):
        next(steps)
    assert not same(weights(run), before)  # two steps have been made
    steps.close()
    assert same(weights(run), before)


def test_a_layer_that_gives_no_gradient_is_found(
    loaded: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As bitsandbytes' repacked layers do: the loss looks normal, and nothing is learned."""
    run = small_session(loaded)
    (layer,) = [m for n, m in run.model.named_modules() if n.endswith("layers.1.self_attn.v_proj")]
    forward = layer.forward

    def cut(inputs: torch.Tensor) -> torch.Tensor:
        out: torch.Tensor = forward(inputs).detach()
        return out.requires_grad_()

    monkeypatch.setattr(layer, "forward", cut)
    with pytest.raises(UserError, match="2 of 8 parts of the voice got no gradient"):
        try_out(run)


def test_an_unused_layer_is_no_fault(loaded: LoadedModel) -> None:
    """Of a mixture of experts, not every one is asked."""
    run = small_session(loaded)
    run.model.add_module("idle", nn.Linear(2, 2))
    run.adapter["idle.weight"] = run.model.get_parameter("idle.weight")
    assert try_out(run)[-1] == 1.0


def test_a_loss_that_is_no_number(loaded: LoadedModel, monkeypatch: pytest.MonkeyPatch) -> None:
    run = small_session(loaded)
    before = weights(run)
    loss = Session.loss
    monkeypatch.setattr(Session, "loss", lambda self, batch: loss(self, batch) * math.nan)
    with pytest.raises(UserError, match=r"no number.*lower learning rate"):
        try_out(run)
    assert same(weights(run), before)


def test_notes_of_which_nothing_is_learned(loaded: LoadedModel) -> None:
    run = small_session(loaded)
    masked = [
        Example(e.document, e.tokens, ())  # type: ignore[attr-defined]
        for e in run.examples
    ]
    with pytest.raises(UserError, match="No word of these notes"):
        try_out(replace(run, examples=masked))


def test_the_largest_micro_batch_is_tried(loaded: LoadedModel) -> None:
    run = small_session(loaded)
    assert module._chosen(run)[0] == module.largest_micro_batch(run)
