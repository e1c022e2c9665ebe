"""A blend is the sum of its voices, whatever their ranks and layers."""

import pytest
import torch

from adapters.voice.blend import blended
from adapters.voice.slot import VoiceSlot
from adapters.voice.weights import LayerWeights, VoiceWeights
from engine.model.load import LoadedModel
from tests.voices import random_voice

ALL = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")
TOKENS = torch.arange(1, 25).unsqueeze(0)


def dense(voice: VoiceWeights, strength: float) -> dict[str, torch.Tensor]:
    """The change of each layer as one matrix, in float64."""
    return {
        path: voice.scale * strength * (pair.b.double() @ pair.a.double())
        for path, pair in voice.layers.items()
    }


def test_a_blend_is_the_sum_of_the_dense_changes(loaded_tiny: LoadedModel) -> None:
    model = loaded_tiny.model
    parts = [
        (random_voice(model, rank=4, alpha=8, seed=1), 0.6),
        (random_voice(model, rank=24, alpha=12, targets=ALL, seed=2), 1.4),
        (random_voice(model, rank=1, alpha=1, targets=("k_proj",), seed=3), 2.0),
    ]
    made = blended(parts)
    assert made.rank == 4 + 24  # of the layers that most of them change
    summed: dict[str, torch.Tensor] = {}
    for voice, strength in parts:
        for path, change in dense(voice, strength).items():
            summed[path] = summed.get(path, torch.zeros_like(change)) + change
    assert made.layers.keys() == summed.keys()
    for path, change in dense(made, 1.0).items():
        # float32 keeps 24 bits: the scaled B is rounded once.
        torch.testing.assert_close(change, summed[path], rtol=1e-5, atol=1e-6)


def test_the_slot_adds_a_blend_as_it_adds_each_of_its_voices(loaded_tiny: LoadedModel) -> None:
    one = random_voice(loaded_tiny.model, rank=4, seed=1)
    other = random_voice(loaded_tiny.model, rank=40, targets=ALL, seed=2)
    slot, path = VoiceSlot(loaded_tiny.model), "model.layers.1.self_attn.v_proj"
    layer = loaded_tiny.model.get_submodule(path)
    drawn = torch.Generator().manual_seed(0)
    given = torch.randn(3, layer.in_features, generator=drawn)  # type: ignore[call-overload]
    given = given.to(loaded_tiny.model.dtype)

    def out() -> torch.Tensor:
        with torch.inference_mode():
            computed: torch.Tensor = loaded_tiny.model.get_submodule(path)(given)
        return computed.float()

    base = out()
    changes = []
    for voice, strength in ((one, 0.6), (other, 0.4)):
        slot.put(voice, strength)
        changes.append(out() - base)
    slot.put(blended([(one, 0.6), (other, 0.4)]))
    both = out() - base
    scale = max(float(change.abs().max()) for change in (both, base))
    assert float((both - sum(changes)).abs().max()) < 0.02 * scale  # what 16 bits round
    slot.put(None)
    assert torch.equal(out(), base)


def test_voices_of_different_models_do_not_blend() -> None:
    def voice(inputs: int) -> VoiceWeights:
        return VoiceWeights(1, 1.0, {"q": LayerWeights(torch.ones(1, inputs), torch.ones(2, 1))})

    with pytest.raises(ValueError, match="another shape"):
        blended([(voice(3), 1.0), (voice(4), 1.0)])
