"""PEFT folders and zips: theirs, made by peft itself, compute here what they compute there."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import LoraConfig, PeftModel, get_peft_model
from safetensors.torch import load_file, save_file

from adapters.errors import UserError
from adapters.voice import files
from adapters.voice.exchange import peft_read, peft_write
from adapters.voice.exchange.base import Base
from adapters.voice.exchange.told import Told
from adapters.voice.slot import VoiceSlot
from adapters.voice.weights import VoiceWeights
from engine.model.load import LoadedModel, load
from tests.adapters.voice.exchange.conftest import ALL

TOKENS = torch.arange(1, 25).unsqueeze(0)
TOLD = Told("Ferns", "Tiny", "a" * 64)
PATH = "model.layers.{}.self_attn.{}"


def logits(model: Any) -> torch.Tensor:
    with torch.inference_mode():
        computed: torch.Tensor = model(TOKENS).logits
    return computed.float()


def apart(ours: torch.Tensor, expected: torch.Tensor) -> float:
    """The difference as a share of what is expected."""
    return float((ours - expected).norm() / expected.norm())


def theirs(nf4: Path, folder: Path, **settings: Any) -> torch.Tensor:
    """Let peft make an adapter with random numbers in ``folder``; the logits with it."""
    model = get_peft_model(
        load(nf4, packed=False).model, LoraConfig(task_type="CAUSAL_LM", **settings)
    )
    drawn = torch.Generator().manual_seed(5)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "lora_" in name:
                parameter.copy_(torch.randn(parameter.shape, generator=drawn) * 0.1)
    model.save_pretrained(folder)
    return logits(model.eval())


@pytest.mark.parametrize(
    "settings",
    [
        {"r": 4, "lora_alpha": 8, "target_modules": list(ALL)},
        {"r": 4, "lora_alpha": 8, "target_modules": ["q_proj"], "use_rslora": True},
        {"r": 4, "lora_alpha": 6, "target_modules": [PATH.format(1, "k_proj"), "mlp.down_proj"]},
        {
            "r": 4,
            "lora_alpha": 8,
            "target_modules": ["q_proj", "v_proj"],
            "rank_pattern": {"v_proj": 2, PATH.format(0, "q_proj"): 12},
            "alpha_pattern": {"layers.1.self_attn.v_proj": 32},
        },
        {"r": 2, "lora_alpha": 8, "target_modules": ["o_proj"], "layers_to_transform": [1]},
    ],
)
def test_theirs_computes_here_what_it_computes_there(
    tiny_nf4: Path, base: Base, tmp_path: Path, settings: dict[str, Any]
) -> None:
    expected = theirs(tiny_nf4, tmp_path / "theirs", **settings)
    weights = peft_read.from_folder(tmp_path / "theirs").weights_on(base)
    assert weights is not None
    loaded = load(tiny_nf4, packed=False)
    plain = logits(loaded.model)
    VoiceSlot(loaded.model).put(weights)
    ours = logits(loaded.model)
    assert apart(plain, expected) > 0.03  # it does change what the base says
    assert apart(ours, expected) <= 0.005


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32])
def test_numbers_of_any_width(
    tiny_nf4: Path, base: Base, tmp_path: Path, dtype: torch.dtype
) -> None:
    theirs(tiny_nf4, tmp_path / "theirs", r=4, target_modules=["q_proj"])
    path = tmp_path / "theirs" / files.WEIGHTS
    whole = {name: tensor.to(dtype) for name, tensor in load_file(path).items()}
    save_file(whole, path)
    weights = peft_read.from_folder(path.parent).weights_on(base)
    assert weights is not None
    assert {pair.a.dtype for pair in weights.layers.values()} == {dtype}
    VoiceSlot(load(tiny_nf4, packed=False).model).put(weights)


@pytest.mark.parametrize("zipped", [False, True])
def test_ours_is_loaded_by_peft_as_it_is(
    loaded_tiny: LoadedModel,
    tiny_nf4: Path,
    voice: VoiceWeights,
    tmp_path: Path,
    zipped: bool,
) -> None:
    if zipped:
        peft_write.to_zip(voice, tmp_path / "ferns.zip", TOLD)
        shutil.unpack_archive(tmp_path / "ferns.zip", tmp_path / "ferns")
    else:
        peft_write.to_folder(voice, tmp_path / "ferns", TOLD)
    plain = load(tiny_nf4, packed=loaded_tiny.packed)
    there = PeftModel.from_pretrained(plain.model, tmp_path / "ferns").eval()
    VoiceSlot(loaded_tiny.model).put(voice)
    # The packed layout rounds to 16 bits at other places than peft's.
    assert apart(logits(loaded_tiny.model), logits(there)) <= (
        0.05 if loaded_tiny.packed else 1e-5
    )


def test_ours_comes_back_and_knows_its_base(voice: VoiceWeights, tmp_path: Path) -> None:
    peft_write.to_zip(voice, tmp_path / "ferns.zip", TOLD)
    (tmp_path / "aside").mkdir()
    adapter = peft_read.from_zip(tmp_path / "ferns.zip", tmp_path / "aside")
    assert adapter.told == TOLD
    for path, pair in adapter.weights.layers.items():
        assert torch.equal(pair.a, voice.layers[path].a)
        assert torch.equal(pair.b, voice.layers[path].b)
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []


def test_another_base_is_told_by_its_name(tiny_nf4: Path, tmp_path: Path, base: Base) -> None:
    theirs(tiny_nf4, tmp_path / "My notes", r=4, target_modules=["q_proj"])
    adapter = peft_read.from_folder(tmp_path / "My notes")
    assert (adapter.told.name, adapter.told.fingerprint) == ("My notes", "")
    smaller = Base("Small", "b" * 64, "llama", 1, 2, 1, {PATH.format(0, "q_proj"): (64, 64)})
    assert adapter.weights_on(smaller) is None
    assert adapter.weights_on(base) is not None


@pytest.mark.filterwarnings("ignore::UserWarning")  # peft doubts some of these itself
@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"use_dora": True}, "DoRA"),
        ({"modules_to_save": ["lm_head"]}, "whole layers"),
        ({"bias": "lora_only"}, "biases"),
        ({"lora_bias": True}, "biases"),
        ({"trainable_token_indices": [1, 2]}, "embeddings"),
    ],
)
def test_what_a_voice_cannot_hold_is_refused_with_the_reason(
    tiny_nf4: Path, tmp_path: Path, settings: dict[str, Any], reason: str
) -> None:
    theirs(tiny_nf4, tmp_path / "theirs", r=4, target_modules=["q_proj"], **settings)
    with pytest.raises(UserError, match=reason):
        peft_read.from_folder(tmp_path / "theirs")


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_an_adapter_of_embeddings_is_refused(tiny_nf4: Path, tmp_path: Path) -> None:
    theirs(tiny_nf4, tmp_path / "theirs", r=4, target_modules=["embed_tokens"])
    with pytest.raises(UserError, match="belongs to no LoRA adapter"):
        peft_read.from_folder(tmp_path / "theirs")
