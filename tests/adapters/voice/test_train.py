"""The loop: it learns, touches nothing that is not its own, and stops when it should."""

import dataclasses
from pathlib import Path

import pytest
import torch
from bitsandbytes.nn import Linear4bit

from adapters.errors import UserError
from adapters.voice import checkpoint
from adapters.voice.train import HeldOutDone, MicroDone, StepDone, train
from engine.generation.decoder import make_decoder
from engine.model.load import LoadedModel, load
from tests.adapters.voice.small_run import (
    OPTIONS,
    finish,
    losses,
    resumed,
    same,
    small_session,
    weights,
)


def test_it_learns(loaded: LoadedModel, tmp_path: Path) -> None:
    run = small_session(loaded, epochs=6)
    steps = losses(train(run, tmp_path))
    assert len(steps) == len(run.plan)
    assert steps[-1] < 0.95 * steps[0]


def test_the_same_seed_gives_the_same_weights(loaded: LoadedModel, tmp_path: Path) -> None:
    first = finish(small_session(loaded), tmp_path / "1")
    assert same(first, finish(small_session(loaded), tmp_path / "2"))
    other = dataclasses.replace(OPTIONS, seed=8)
    assert not same(first, finish(small_session(loaded, other), tmp_path / "3"))


def test_every_layer_of_the_adapter_changes(loaded: LoadedModel, tmp_path: Path) -> None:
    run = small_session(loaded)
    before = weights(run)
    after = finish(run, tmp_path)
    assert len(before) == 2 * 2 * 2  # A and B of q and v in two layers
    assert all(not torch.equal(before[name], after[name]) for name in before)


def test_the_base_and_the_global_generator_are_left_alone(
    loaded: LoadedModel, tmp_path: Path
) -> None:
    state = {name: t.clone() for name, t in loaded.model.state_dict().items()}
    chance = torch.get_rng_state()
    finish(small_session(loaded), tmp_path)
    assert torch.equal(torch.get_rng_state(), chance)
    assert all(torch.equal(t, state[name]) for name, t in loaded.model.state_dict().items())
    assert not any("lora" in name for name, _ in loaded.model.named_modules())


@pytest.mark.parametrize("packed", [None, False])
def test_gradients_exist_in_a_run_that_generated_before(
    tiny_nf4: Path, packed: bool | None
) -> None:
    """The trap of performance.md: an eval forward repacks layers, which then have no gradient."""
    own = load(tiny_nf4, threads=1, packed=packed)
    decoder = make_decoder(own)
    decoder.forward([1, 2, 3], decoder.new_past())
    run = small_session(own)
    batch = run.batch(run.plan[0].micro[0])
    decoder.forward([1, 2, 3], decoder.new_past())
    found = torch.autograd.grad(run.loss(batch), list(run.adapter.values()))
    named = dict(zip(run.adapter, found, strict=True))
    assert all(g.abs().sum() > 0 for name, g in named.items() if "lora_B" in name)
    layers = [m for m in run.model.modules() if isinstance(m, Linear4bit)]
    assert layers
    assert not any(layer.support_avx512bf16_for_cpu for layer in layers)


def test_chat_between_any_two_yields_changes_nothing(loaded: LoadedModel, tmp_path: Path) -> None:
    """Also chat that leaves gradients switched off, as a suspended generator may."""
    undisturbed = finish(small_session(loaded), tmp_path / "1")
    decoder = make_decoder(loaded)
    past = decoder.new_past()
    run = small_session(loaded)
    with torch.inference_mode():
        for _ in train(run, tmp_path / "2"):
            logits = decoder.forward([5, 6, 7], past)
            torch.multinomial(logits.softmax(-1), 1)  # moves the global generator
    assert same(undisturbed, weights(run))


def test_checkpointing_trades_time_for_memory_only(loaded: LoadedModel, tmp_path: Path) -> None:
    plain = finish(small_session(loaded), tmp_path / "1")
    thrifty = dataclasses.replace(OPTIONS, checkpointing=True)
    run = small_session(loaded, thrifty)
    assert run.model.is_activation_checkpointing
    after = finish(run, tmp_path / "2")
    for name in plain:
        torch.testing.assert_close(after[name], plain[name], rtol=1e-3, atol=1e-4)


def test_stops_after_the_present_step(loaded: LoadedModel, tmp_path: Path) -> None:
    run = small_session(loaded)
    steps = losses(train(run, tmp_path, stopped=lambda: run.progress.step >= 2))
    assert len(steps) == 2
    assert run.progress.tokens == sum(step.trained for step in run.plan[:2])


def test_watches_held_out_notes_without_effect(loaded: LoadedModel, tmp_path: Path) -> None:
    plain = finish(small_session(loaded), tmp_path / "1")
    run = small_session(loaded)
    watched = run.examples[:3]
    done = list(train(run, tmp_path / "2", watched, frozenset({1, 3})))
    assert [d.step for d in done if isinstance(d, HeldOutDone)] == [1, 3]
    assert same(plain, weights(run))


def test_yields_between_the_passes_of_every_micro_batch(
    loaded: LoadedModel, tmp_path: Path
) -> None:
    run = small_session(loaded)
    done = list(train(run, tmp_path))
    micro = sum(len(step.micro) for step in run.plan)
    assert sum(isinstance(d, MicroDone) for d in done) == 2 * micro
    assert sum(isinstance(d, StepDone) for d in done) == len(run.plan)


def test_a_loss_that_is_no_number_ends_the_run_with_a_reason(
    loaded: LoadedModel, tmp_path: Path
) -> None:
    run = small_session(loaded)
    steps = train(run, tmp_path)
    while run.progress.step < 2:
        next(steps)
    good = weights(run)
    with torch.no_grad():
        next(p for name, p in run.adapter.items() if "lora_B" in name).fill_(float("nan"))
    with pytest.raises(UserError) as caught:
        list(steps)
    assert "learning rate" in str(caught.value.next_step)
    back = resumed(loaded, tmp_path)
    assert back.progress.step == 2
    assert same(good, weights(back))


def test_layers_that_the_model_does_not_have(loaded: LoadedModel) -> None:
    with pytest.raises(UserError, match="no layers named c_attn"):
        small_session(loaded, dataclasses.replace(OPTIONS, targets=("q_proj", "c_attn")))


def test_saves_by_work_where_no_steps_are_given(loaded: LoadedModel, tmp_path: Path) -> None:
    """Seconds of work count, wherever in a step they are reached."""
    run = small_session(loaded, dataclasses.replace(OPTIONS, checkpoint_every=None))
    steps = train(run, tmp_path)
    next(steps)
    begun = checkpoint.newest(tmp_path)
    assert begun is not None
    assert begun.name == "step-00000000-0000.safetensors"  # where a bad first step goes back to
    run.progress.seconds = 30.0
    next(steps)
    newest = checkpoint.newest(tmp_path)
    assert newest is not None
    assert newest.name == "step-00000000-0001.safetensors"
    run.progress.seconds = 59.0
    for _ in range(6):
        next(steps)
    assert checkpoint.newest(tmp_path) == newest
