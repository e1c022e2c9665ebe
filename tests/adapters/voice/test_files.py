"""Voices on disk: as peft reads them, checked before they are used, never half."""

from pathlib import Path

import pytest
import torch
from peft import LoraConfig, PeftModel, get_peft_model

from adapters.voice import files
from adapters.voice.slot import VoiceSlot
from adapters.voice.weights import VoiceWeights, from_tensors
from engine.model.load import LoadedModel, load
from tests.voices import random_voice

ROOT = Path(__file__).parents[3]
TOKENS = torch.arange(1, 25).unsqueeze(0)


@pytest.fixture(scope="module")
def voice(tiny_nf4: Path) -> VoiceWeights:
    return random_voice(load(tiny_nf4).model)


@pytest.fixture
def saved(voice: VoiceWeights, tmp_path: Path) -> files.SavedVoice:
    return files.save(voice, tmp_path / "voices" / "ferns", "tiny")


def test_what_is_saved_is_loaded(voice: VoiceWeights, saved: files.SavedVoice) -> None:
    again = files.load(saved.path, saved.sha256)
    assert (again.rank, again.alpha, again.targets) == (4, 16.0, ("q_proj", "v_proj"))
    assert again.layers.keys() == voice.layers.keys()
    for path, pair in voice.layers.items():
        assert torch.equal(pair.a, again.layers[path].a)
        assert torch.equal(pair.b, again.layers[path].b)
    assert saved.sha256 == files.sha256_of(saved.path)
    assert saved.bytes == sum(file.stat().st_size for file in saved.path.iterdir())


def test_peft_loads_the_folder_as_it_is(
    loaded_tiny: LoadedModel, tiny_nf4: Path, saved: files.SavedVoice
) -> None:
    VoiceSlot(loaded_tiny.model).put(files.load(saved.path, saved.sha256))
    plain = load(tiny_nf4, packed=loaded_tiny.packed)
    theirs = PeftModel.from_pretrained(plain.model, saved.path).eval()
    with torch.inference_mode():
        ours, expected = loaded_tiny.model(TOKENS).logits, theirs(TOKENS).logits
    assert torch.allclose(ours.float(), expected.float(), atol=1e-5 + 0.05 * loaded_tiny.packed)


def test_weights_of_a_training_model(voice: VoiceWeights) -> None:
    """Names as in a model under training, which carry the adapter's name."""
    tensors = {}
    for path, pair in voice.layers.items():
        tensors[f"{path}.lora_A.default.weight"] = pair.a
        tensors[f"{path}.lora_B.default.weight"] = pair.b
    made = from_tensors(tensors, 4, 16)
    assert made.layers.keys() == voice.layers.keys()
    changed = tensors["model.layers.0.self_attn.q_proj.lora_A.default.weight"]
    assert made.layers["model.layers.0.self_attn.q_proj"].a.data_ptr() != changed.data_ptr()


def test_what_peft_writes_is_taken(loaded_tiny: LoadedModel, tmp_path: Path) -> None:
    """An adapter made elsewhere, with all the settings that peft writes down."""
    config = LoraConfig(r=4, lora_alpha=8, target_modules=["q_proj"], task_type="CAUSAL_LM")
    get_peft_model(loaded_tiny.model, config).save_pretrained(tmp_path / "theirs")
    voice = files.load(tmp_path / "theirs", None)
    assert (voice.rank, voice.alpha, voice.targets) == (4, 8.0, ("q_proj",))


def test_an_existing_voice_is_never_overwritten(
    voice: VoiceWeights, saved: files.SavedVoice
) -> None:
    with pytest.raises(OSError, match="ferns"):
        files.save(voice, saved.path)
    assert files.load(saved.path, saved.sha256).rank == voice.rank
    assert [entry.name for entry in saved.path.parent.iterdir()] == ["ferns"]
