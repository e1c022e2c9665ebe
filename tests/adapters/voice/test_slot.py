"""One slot on one base: voices switch, scale and leave without a trace."""

import pytest
import torch

from adapters.errors import UserError
from adapters.voice import slot as slots
from adapters.voice.slot import VoiceSlot
from adapters.voice.weights import LayerWeights, VoiceWeights
from engine.model.load import LoadedModel
from tests.voices import random_voice

TOKENS = torch.arange(1, 25).unsqueeze(0)
ALL = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")


def logits(loaded: LoadedModel) -> torch.Tensor:
    with torch.inference_mode():
        computed: torch.Tensor = loaded.model(TOKENS).logits
    return computed


def test_without_a_voice_the_base_itself_speaks(loaded_tiny: LoadedModel) -> None:
    base = logits(loaded_tiny)
    slot, voice = VoiceSlot(loaded_tiny.model), random_voice(loaded_tiny.model)
    assert torch.equal(logits(loaded_tiny), base)
    slot.put(voice)
    assert not torch.equal(logits(loaded_tiny), base)
    slot.put(voice, 0.0)
    assert torch.equal(logits(loaded_tiny), base)
    slot.put(voice, 0.5)
    slot.put(None)
    assert torch.equal(logits(loaded_tiny), base)


def test_away_and_back_gives_the_first_logits(loaded_tiny: LoadedModel) -> None:
    """Also when another voice made the slot grow, in rank and in layers, meanwhile."""
    slot = VoiceSlot(loaded_tiny.model)
    light = random_voice(loaded_tiny.model, seed=1)
    rich = random_voice(loaded_tiny.model, rank=40, targets=ALL, seed=2)
    slot.put(light)
    first = logits(loaded_tiny)
    slot.put(rich)
    other = logits(loaded_tiny)
    slot.put(light, 0.3)
    assert not torch.equal(logits(loaded_tiny), first)
    slot.put(light)
    assert torch.equal(logits(loaded_tiny), first)
    slot.put(rich)
    assert torch.equal(logits(loaded_tiny), other)


def test_the_order_of_voices_changes_nothing(loaded_tiny: LoadedModel) -> None:
    rich = random_voice(loaded_tiny.model, rank=40, targets=ALL, seed=2)
    light = random_voice(loaded_tiny.model, seed=1)
    slot = VoiceSlot(loaded_tiny.model)
    slot.put(light)
    first = logits(loaded_tiny)
    slot.put(None)
    other = VoiceSlot(loaded_tiny.model)
    other.put(rich)
    other.put(light)
    assert torch.equal(logits(loaded_tiny), first)


@pytest.mark.parametrize("strength", [0.25, 1.0, 1.5, -1.0])
def test_a_voice_adds_what_lora_says(loaded_tiny: LoadedModel, strength: float) -> None:
    voice = random_voice(loaded_tiny.model, rank=6, alpha=9.0)
    path = "model.layers.1.self_attn.v_proj"
    base = loaded_tiny.model.get_submodule(path)
    VoiceSlot(loaded_tiny.model).put(voice, strength)
    worn = loaded_tiny.model.get_submodule(path)
    x = torch.randn(3, 128, generator=torch.Generator().manual_seed(0)).to(loaded_tiny.dtype)
    with torch.inference_mode():
        added = (worn(x) - base(x)).float()
    pair = voice.layers[path]
    expected = x.float() @ pair.a.T @ pair.b.T * (9.0 / 6 * strength)
    tolerance = 1e-4 if loaded_tiny.dtype == torch.float32 else 5e-2
    assert torch.allclose(added, expected, atol=tolerance * float(expected.abs().max()))


def test_nothing_is_merged_into_the_base(loaded_tiny: LoadedModel) -> None:
    before = {name: p.clone() for name, p in loaded_tiny.model.named_parameters()}
    slot = VoiceSlot(loaded_tiny.model)
    for seed in range(3):
        slot.put(random_voice(loaded_tiny.model, seed=seed))
        logits(loaded_tiny)
    slot.put(None)
    after = dict(loaded_tiny.model.named_parameters())
    assert before.keys() == after.keys()
    assert all(torch.equal(before[name], after[name]) for name in before)


def test_switching_keeps_addresses(loaded_tiny: LoadedModel) -> None:
    """A captured graph must survive a switch."""
    slot = VoiceSlot(loaded_tiny.model)
    slot.put(random_voice(loaded_tiny.model, seed=1))
    worn = {n: p.data_ptr() for n, p in loaded_tiny.model.named_parameters() if "lora" in n}
    slot.put(random_voice(loaded_tiny.model, seed=2))
    again = {n: p.data_ptr() for n, p in loaded_tiny.model.named_parameters() if "lora" in n}
    assert worn == again
    assert worn


def test_bytes_are_counted_and_bounded(
    loaded_tiny: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot = VoiceSlot(loaded_tiny.model)
    assert slot.bytes == 0
    slot.put(random_voice(loaded_tiny.model, rank=16))
    numbers = 2 * 16 * ((128 + 128) + (128 + 64))  # layers, rank, query and value
    assert slot.bytes == 2 * 4 * numbers  # the room, and one voice ready
    monkeypatch.setattr(slots, "READY_BYTES", 3 * 4 * numbers)
    for seed in range(6):
        slot.put(random_voice(loaded_tiny.model, rank=16, seed=seed))
    assert slot.bytes == 4 * 4 * numbers
    slot.forget()
    assert slot.bytes == 4 * numbers


def test_a_voice_of_another_model_is_refused(loaded_tiny: LoadedModel) -> None:
    slot, voice = VoiceSlot(loaded_tiny.model), random_voice(loaded_tiny.model)
    slot.put(voice)
    first = logits(loaded_tiny)
    pair = next(iter(voice.layers.values()))
    elsewhere = {"model.layers.7.self_attn.q_proj": pair}
    wider = {"model.layers.0.self_attn.q_proj": LayerWeights(torch.ones(4, 99), pair.b)}
    embedding = {"model.embed_tokens": pair}
    for layers in (elsewhere, wider, embedding):
        with pytest.raises(UserError, match="does not fit"):
            slot.put(VoiceWeights(4, 16.0, layers))
        assert torch.equal(logits(loaded_tiny), first)
    slot.put(voice, 0.5)
    slot.put(voice)
    assert torch.equal(logits(loaded_tiny), first)


def test_chance_is_left_to_others(loaded_tiny: LoadedModel) -> None:
    state = torch.random.get_rng_state()
    VoiceSlot(loaded_tiny.model).put(random_voice(loaded_tiny.model))
    assert torch.equal(torch.random.get_rng_state(), state)


def test_layers_of_different_ranks_share_one_slot(loaded_tiny: LoadedModel) -> None:
    narrow, wide = (
        random_voice(loaded_tiny.model, rank=rank, alpha=2.0 * rank) for rank in (4, 20)
    )
    path = "model.layers.1.self_attn.v_proj"
    mixed = VoiceWeights(4, 8.0, {**narrow.layers, path: wide.layers[path]})
    base = loaded_tiny.model.get_submodule(path)
    VoiceSlot(loaded_tiny.model).put(mixed)
    x = torch.randn(3, 128, generator=torch.Generator().manual_seed(0)).to(loaded_tiny.dtype)
    with torch.inference_mode():
        added = (loaded_tiny.model.get_submodule(path)(x) - base(x)).float()
    expected = x.float() @ wide.layers[path].a.T @ wide.layers[path].b.T * 2.0
    tolerance = 1e-4 if loaded_tiny.dtype == torch.float32 else 5e-2
    assert torch.allclose(added, expected, atol=tolerance * float(expected.abs().max()))
