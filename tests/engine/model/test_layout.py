"""Packed and unpacked layouts, and the trap: a layer that repacks itself loses its gradient."""

import copy
import gc
import weakref
from pathlib import Path

import pytest
import torch
from bitsandbytes import functional
from bitsandbytes.nn import Linear4bit
from bitsandbytes.nn import modules as bitsandbytes_modules
from peft import LoraConfig, inject_adapter_in_model
from safetensors.torch import load_file
from transformers import PreTrainedModel

from adapters.voice.slot import VoiceSlot
from engine.model import layout
from engine.model.load import LoadedModel, load, training_copy
from engine.model.skeleton import quantised_layers
from tests import packed_kernel
from tests.voices import random_voice

TOKENS = torch.arange(1, 40).unsqueeze(0)


def decode(model: PreTrainedModel) -> torch.Tensor:
    with torch.inference_mode():
        logits: torch.Tensor = model(TOKENS).logits
    return logits


def unpacked_codes(layer: Linear4bit) -> torch.Tensor:
    """The codes in the order of the file, two a byte, whatever the layer's layout."""
    codes: torch.Tensor = layer.weight.data
    if not layout.is_packed(layer):
        return codes
    # The inverse also rewrites the state that it is given, and only roughly.
    state = copy.copy(layer.weight.quant_state)
    codes, _ = functional._convert_weight_packed_for_cpu_inverse(codes, state)
    return codes


def test_both_layouts_hold_the_codes_of_the_file(loaded_tiny: LoadedModel, tiny_nf4: Path) -> None:
    in_file = load_file(tiny_nf4 / "model.safetensors")
    decode(loaded_tiny.model)
    layers = quantised_layers(loaded_tiny.model)
    assert len(layers) == 14
    for name, layer in layers.items():
        assert layout.is_packed(layer) == loaded_tiny.packed
        assert torch.equal(unpacked_codes(layer), in_file[f"{name}.weight"])


def test_the_packed_layout_is_another_order(
    tiny_nf4: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed_kernel.provide(monkeypatch)
    packed, plain = load(tiny_nf4, packed=True), load(tiny_nf4, packed=False)
    layer = quantised_layers(packed.model)["model.layers.0.mlp.up_proj"]
    same = quantised_layers(plain.model)["model.layers.0.mlp.up_proj"]
    assert not torch.equal(layer.weight.data.flatten(), same.weight.data.flatten())
    assert torch.allclose(decode(packed.model), decode(plain.model), atol=0.05)


def test_gradients_exist_after_decoding(loaded_tiny: LoadedModel) -> None:
    decode(loaded_tiny.model)
    copy = training_copy(loaded_tiny)
    decode(copy.model.eval())  # a held-out measurement before training, in eval mode
    inject_adapter_in_model(LoraConfig(r=4, target_modules=["q_proj", "v_proj"]), copy.model)
    copy.model.train()
    decode(loaded_tiny.model)
    copy.model(TOKENS, labels=TOKENS).loss.backward()
    sides = {n: p for n, p in copy.model.named_parameters() if "lora_B" in n}
    assert len(sides) == 4
    assert all(p.grad is not None and p.grad.abs().sum() > 0 for p in sides.values())


def test_layers_never_repack_themselves(tiny_nf4: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a processor with the kernel: bitsandbytes would repack in this forward pass."""
    packed_kernel.provide(monkeypatch)
    monkeypatch.setattr(bitsandbytes_modules, "has_avx512bf16", lambda: True)
    loaded = load(tiny_nf4, packed=False)
    decode(loaded.model)
    decode(training_copy(loaded).model.eval())
    assert not any(layout.is_packed(layer) for layer in quantised_layers(loaded.model).values())


def test_training_copy_shares_all_but_packed_weights(loaded_tiny: LoadedModel) -> None:
    copy = training_copy(loaded_tiny)
    own = dict(loaded_tiny.model.named_parameters())
    layers = quantised_layers(copy.model)
    for name, parameter in copy.model.named_parameters():
        packed = loaded_tiny.packed and name.removesuffix(".weight") in layers
        assert (parameter.data_ptr() == own[name].data_ptr()) != packed
    expected = sum(layout.weight_bytes(layer) for layer in layers.values())
    assert copy.bytes == (expected if loaded_tiny.packed else 0)
    assert copy.model is not loaded_tiny.model


def test_training_copy_agrees_with_its_original(loaded_tiny: LoadedModel) -> None:
    copy = training_copy(loaded_tiny).model.eval()
    tolerance = 0.05 if loaded_tiny.packed else 0.0  # the packed kernel computes in bfloat16
    assert torch.allclose(decode(copy), decode(loaded_tiny.model), atol=tolerance, rtol=0)


def test_training_copy_leaves_modes_and_slot_apart(loaded_tiny: LoadedModel) -> None:
    base = decode(loaded_tiny.model)
    slot = VoiceSlot(loaded_tiny.model)
    slot.put(random_voice(loaded_tiny.model))
    worn = decode(loaded_tiny.model)
    copy = training_copy(loaded_tiny).model
    assert not any("lora" in name for name, _ in copy.named_modules())
    inject_adapter_in_model(LoraConfig(r=4, target_modules=["q_proj"]), copy)
    assert copy.training
    assert not loaded_tiny.model.training
    assert torch.equal(decode(loaded_tiny.model), worn)
    slot.put(None)
    assert torch.equal(decode(loaded_tiny.model), base)


def test_training_copy_is_freed_when_dropped(loaded_tiny: LoadedModel) -> None:
    copy = training_copy(loaded_tiny)
    gone = weakref.ref(quantised_layers(copy.model)["model.layers.0.mlp.up_proj"])
    del copy
    gc.collect()
    assert gone() is None
    assert decode(loaded_tiny.model).isfinite().all()


def test_environment_turns_the_packed_kernel_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(functional, "has_avx512bf16", lambda: True)
    cpu = torch.device("cpu")
    monkeypatch.delenv(layout.SWITCH, raising=False)
    assert layout.packed_kernel_available(torch.bfloat16, cpu)
    assert not layout.packed_kernel_available(torch.float32, cpu)
    assert not layout.packed_kernel_available(torch.bfloat16, torch.device("cuda"))
    monkeypatch.setenv(layout.SWITCH, "0")
    assert not layout.packed_kernel_available(torch.bfloat16, cpu)
