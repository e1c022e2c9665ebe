"""The same promises on a CUDA device: one base, voices that come and go, kept pasts."""

from pathlib import Path

import pytest
import torch
from peft import LoraConfig, inject_adapter_in_model

from adapters.voice.slot import VoiceSlot
from engine.generation.decoder import make_decoder
from engine.generation.pasts import PastKey, Pasts
from engine.generation.prompt import Turn
from engine.generation.reply import ReplyText, Speaker, reply
from engine.messages import Sampling
from engine.model.layout import is_packed
from engine.model.load import LoadedModel, load, training_copy
from engine.model.skeleton import quantised_layers
from tests.voices import random_voice

pytestmark = pytest.mark.gpu
TOKENS = list(range(3, 43))
FROST = [Turn("owner", "What is frost?")]


@pytest.fixture
def loaded(tiny_nf4: Path) -> LoadedModel:
    return load(tiny_nf4)


def logits(loaded: LoadedModel) -> torch.Tensor:
    decoder = make_decoder(loaded)
    return decoder.forward(TOKENS, decoder.new_past())


def said(loaded: LoadedModel, pasts: Pasts, key: PastKey) -> str:
    speaker = Speaker(
        make_decoder(loaded),
        pasts,
        loaded.tokenizer,
        loaded.context_length,
        loaded.stop_tokens,
    )
    sampling = Sampling(temperature=1.2, max_tokens=24, seed=11)
    text = ReplyText()
    list(reply(speaker, key, "Be brief.", FROST, sampling, text))
    return text.text


def test_loads_in_16_bits_and_unpacked(loaded: LoadedModel) -> None:
    assert loaded.device.type == "cuda"
    assert loaded.dtype in (torch.bfloat16, torch.float16)
    assert not any(is_packed(layer) for layer in quantised_layers(loaded.model).values())
    assert logits(loaded).device.type == "cpu"


def test_base_and_voices_are_bit_equal_again(loaded: LoadedModel) -> None:
    base = logits(loaded)
    slot = VoiceSlot(loaded.model)
    voice = random_voice(loaded.model)
    slot.put(voice)
    first = logits(loaded)
    assert not torch.equal(first, base)
    slot.put(random_voice(loaded.model, rank=40, seed=2))
    slot.put(voice)
    assert torch.equal(logits(loaded), first)
    slot.put(None)
    assert torch.equal(logits(loaded), base)


def test_the_past_agrees_with_computing_all_at_once(loaded: LoadedModel) -> None:
    decoder = make_decoder(loaded)
    past = decoder.new_past()
    decoder.forward(TOKENS[:20], past)
    decoder.forward(TOKENS[20:39], past)
    cached = decoder.forward(TOKENS[39:], past)
    once = logits(loaded)
    assert float((cached - once).abs().max() / once.std()) < 5e-2


def test_same_seed_same_text(loaded: LoadedModel) -> None:
    key = PastKey.of(loaded.fingerprint)
    pasts = Pasts()
    first = said(loaded, pasts, key)
    assert said(loaded, pasts, key) == first
    assert said(loaded, Pasts(), key) == first


def test_training_copy_shares_everything_and_has_gradients(loaded: LoadedModel) -> None:
    logits(loaded)
    copy = training_copy(loaded)
    assert copy.bytes == 0
    inject_adapter_in_model(LoraConfig(r=4, target_modules=["q_proj", "v_proj"]), copy.model)
    ids = torch.tensor([TOKENS], device=loaded.device)
    copy.model(ids, labels=ids).loss.backward()
    sides = [p for name, p in copy.model.named_parameters() if "lora_B" in name]
    assert sides
    assert all(p.grad is not None and p.grad.abs().sum() > 0 for p in sides)
