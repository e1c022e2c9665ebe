"""Layers chosen by what they would gain for each byte, and voices that change only those."""

import dataclasses
from pathlib import Path

import peft
import pytest
import torch
from peft.tuners.lora import LoraLayer
from transformers import AutoModelForCausalLM

from adapters.voice import files, sensitivity
from adapters.voice.options import RICH_TARGETS
from adapters.voice.sensitivity import Layer
from adapters.voice.slot import VoiceSlot
from adapters.voice.weights import VoiceWeights, from_tensors
from engine.model.load import LoadedModel
from tests.adapters.voice.small_run import OPTIONS, finish, small_session

RICH = dataclasses.replace(OPTIONS, targets=RICH_TARGETS)
ONE, OTHER = "model.layers.1.mlp.down_proj", "model.layers.0.self_attn.q_proj"


def measured(loaded: LoadedModel, tokens: int = 300) -> dict[str, Layer]:
    work = sensitivity.measuring(small_session(loaded, RICH), tokens)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return dict(end.value)


def trained(loaded: LoadedModel, folder: Path) -> VoiceWeights:
    options = dataclasses.replace(OPTIONS, targets=(OTHER, ONE))
    run = small_session(loaded, options)
    finish(run, folder)
    return from_tensors(run.adapter, options.rank, options.alpha)


def test_every_layer_is_measured_and_the_same_again(loaded: LoadedModel) -> None:
    layers = measured(loaded)
    assert len(layers) == 2 * len(RICH_TARGETS)
    assert all(layer.gain > 0 for layer in layers.values())
    assert measured(loaded) == layers
    assert layers[ONE].bytes == 4 * OPTIONS.rank * (256 + 128)


def test_the_gain_foretells_a_small_step(loaded: LoadedModel) -> None:
    """Moving each number of a layer's B against its gradient lowers the loss by gain and step."""
    layers = measured(loaded, 1)  # one micro-batch
    run = small_session(loaded, RICH)
    micro = run.plan[0].micro[0]
    before = run.loss(run.batch(micro))
    before.backward()
    (name,) = (name for name in run.adapter if ONE in name and "lora_B" in name)
    gradient, step = run.adapter[name].grad, 1e-3
    assert gradient is not None
    with torch.no_grad():
        run.adapter[name] -= step * gradient.sign()
    fallen = (before - run.loss(run.batch(micro))) / len(run.batch(micro).targets)
    assert fallen.item() == pytest.approx(step * layers[ONE].gain, rel=0.2)


def test_the_most_sensitive_layers_fill_the_budget() -> None:
    layers = {
        "a": Layer(8.0, 4),  # 2 a byte
        "b": Layer(9.0, 3),  # 3
        "c": Layer(5.0, 5),  # 1
        "d": Layer(1.0, 8),
    }
    assert sensitivity.chosen(layers, 0.35) == ("a", "b")
    assert sensitivity.chosen(layers, 0.6) == ("a", "b", "c")
    assert sensitivity.chosen(layers, 0.01) == ("b",)  # never none
    assert sensitivity.chosen(layers, 1.0) == ("a", "b", "c", "d")


def test_only_the_chosen_layers_are_changed(loaded: LoadedModel, tmp_path: Path) -> None:
    assert set(trained(loaded, tmp_path).layers) == {ONE, OTHER}


def test_peft_and_the_slot_wear_such_a_voice(
    loaded: LoadedModel, tiny_model: Path, tmp_path: Path
) -> None:
    weights = trained(loaded, tmp_path / "run")
    files.save(weights, tmp_path / "voice")
    base = AutoModelForCausalLM.from_pretrained(tiny_model)
    worn = peft.PeftModel.from_pretrained(base, tmp_path / "voice")
    adapted = {name for name, m in worn.named_modules() if isinstance(m, LoraLayer)}
    assert adapted == {f"base_model.model.{path}" for path in (ONE, OTHER)}
    slot = VoiceSlot(loaded.model)
    tokens = torch.tensor([[5, 6, 7, 8]])
    with torch.inference_mode():
        without = loaded.model(tokens).logits
        slot.put(files.load(tmp_path / "voice", None))
        assert not torch.equal(loaded.model(tokens).logits, without)
        slot.put(None)
        assert torch.equal(loaded.model(tokens).logits, without)
