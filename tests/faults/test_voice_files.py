"""Faults 10, 11, 12 and 16: a voice killed while it is saved, damaged, or hostile."""

import json
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from adapters.errors import UserError
from adapters.voice import files
from adapters.voice.weights import VoiceWeights
from engine.model.load import load
from tests.voices import random_voice

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def voice(tiny_nf4: Path) -> VoiceWeights:
    return random_voice(load(tiny_nf4).model)


@pytest.fixture
def saved(voice: VoiceWeights, tmp_path: Path) -> files.SavedVoice:
    return files.save(voice, tmp_path / "voices" / "ferns", "tiny")


def test_one_flipped_bit_is_found(saved: files.SavedVoice) -> None:
    path = saved.path / files.WEIGHTS
    data = bytearray(path.read_bytes())
    data[-5] ^= 1
    path.write_bytes(data)
    with pytest.raises(UserError, match="changed since it was made"):
        files.load(saved.path, saved.sha256)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>404</html>",
        (2**60).to_bytes(8, "little") + b"{}",
        (90_000_000).to_bytes(8, "little") + b"{}",
        (2).to_bytes(8, "little") + b"{}",
    ],
)
def test_damaged_weights_are_refused(saved: files.SavedVoice, content: bytes) -> None:
    (saved.path / files.WEIGHTS).write_bytes(content)
    with pytest.raises(UserError, match=r"adapter_model\.safetensors"):
        files.load(saved.path, None)


def test_cut_off_weights_are_refused(saved: files.SavedVoice) -> None:
    path = saved.path / files.WEIGHTS
    whole = path.read_bytes()
    for length in range(0, len(whole), len(whole) // 12):
        path.write_bytes(whole[:length])
        with pytest.raises(UserError):
            files.load(saved.path, None)


def spoil_nan(tensors: dict[str, torch.Tensor]) -> None:
    next(iter(tensors.values()))[0, 0] = float("nan")


def spoil_rank(tensors: dict[str, torch.Tensor]) -> None:
    name = next(name for name in tensors if "lora_A" in name)
    tensors[name] = torch.ones(5, 128)


def spoil_side(tensors: dict[str, torch.Tensor]) -> None:
    del tensors[next(name for name in tensors if "lora_B" in name)]


def spoil_name(tensors: dict[str, torch.Tensor]) -> None:
    tensors["../../etc.lora_A.weight"] = torch.ones(4, 128)


def spoil_type(tensors: dict[str, torch.Tensor]) -> None:
    name = next(iter(tensors))
    tensors[name] = tensors[name].to(torch.int32)


def spoil_target(tensors: dict[str, torch.Tensor]) -> None:
    for name in list(tensors):
        tensors[name.replace("v_proj", "k_proj")] = tensors.pop(name)


def spoil_all(tensors: dict[str, torch.Tensor]) -> None:
    tensors.clear()


@pytest.mark.parametrize(
    "spoil",
    [spoil_nan, spoil_rank, spoil_side, spoil_name, spoil_type, spoil_target, spoil_all],
)
def test_tensors_that_are_no_adapter_are_refused(saved: files.SavedVoice, spoil) -> None:  # type: ignore[no-untyped-def]
    path = saved.path / files.WEIGHTS
    tensors = load_file(path)
    spoil(tensors)
    save_file(tensors, path)
    with pytest.raises(UserError, match=r"adapter_model\.safetensors"):
        files.load(saved.path, files.sha256_of(saved.path))


@pytest.mark.parametrize(
    "change",
    [
        {"target_modules": "(a+)+$"},
        {"target_modules": ["(a+)+$"]},
        {"target_modules": ["../q_proj"]},
        {"target_modules": []},
        {"target_modules": ["q_proj"] * 8193},
        {"target_modules": ["model.layers.*.q_proj"]},
        {"target_modules": {"q_proj": 1}},
        {"r": 100_000},
        {"r": 0},
        {"r": True},
        {"r": "4"},
        {"lora_alpha": float("inf")},
        {"lora_alpha": -1},
        {"lora_alpha": 10**400},
        {"peft_type": "IA3"},
        {"use_dora": True},
        {"use_rslora": "yes"},
        {"rank_pattern": {"(a+)+$": 8}},
        {"rank_pattern": {"q_proj": 100_000}},
        {"rank_pattern": "(a+)+$"},
        {"alpha_pattern": {"(a+)+$": 8}},
        {"alpha_pattern": {"q_proj": float("nan")}},
        {"layers_to_transform": "(a+)+$"},
        {"layers_to_transform": [-1]},
        {"auto_map": {"AutoModel": "evil.Model"}},
        {"trainable_token_indices": [1]},
        {"lora_bias": True},
        {"modules_to_save": ["lm_head"]},
        {"layers_pattern": "(a+)+$"},
        {"exclude_modules": "(a+)+$"},
        {"bias": "all"},
        {"corda_config": {"cache_file": "/etc/passwd"}},
        {"run_this": "now"},
    ],
)
def test_settings_beyond_the_plain_ones_are_refused(
    saved: files.SavedVoice, change: dict[str, object]
) -> None:
    path = saved.path / files.CONFIG
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(UserError, match=r"adapter_config\.json"):
        files.load(saved.path, saved.sha256)


@pytest.mark.parametrize("text", ["", "[]", "{}", "{", '{"a":' * 100_000, " " * 1_000_001])
def test_a_config_that_is_none_is_refused(saved: files.SavedVoice, text: str) -> None:
    (saved.path / files.CONFIG).write_text(text)
    with pytest.raises(UserError, match=r"adapter_config\.json"):
        files.load(saved.path, saved.sha256)


@pytest.mark.parametrize("name", [files.WEIGHTS, files.CONFIG])
def test_a_missing_file_is_said_so(saved: files.SavedVoice, name: str) -> None:
    (saved.path / name).unlink()
    with pytest.raises(UserError, match="ferns"):
        files.load(saved.path, saved.sha256)


def test_killed_while_saving_there_is_no_half_voice(tmp_path: Path) -> None:
    """The process kills itself when the weights are written and the config is not."""
    code = (
        "import os, signal, sys, torch\nfrom pathlib import Path\n"
        "from adapters.voice import files\n"
        "from adapters.voice.weights import LayerWeights, VoiceWeights\n"
        "write = files._write\n"
        "def die(path, data):\n"
        "    if path.name == files.CONFIG: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    write(path, data)\n"
        "files._write = die\n"
        "layer = LayerWeights(torch.ones(4, 8), torch.ones(8, 4))\n"
        "files.save(VoiceWeights(4, 8.0, {'model.q_proj': layer}), Path(sys.argv[1]))\n"
    )
    target = tmp_path / "voice"
    done = subprocess.run([sys.executable, "-c", code, str(target)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert not target.exists()


def test_a_full_disk_leaves_nothing(voice: VoiceWeights, tmp_path: Path) -> None:
    """No file may grow beyond half of what the voice needs."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (voice.bytes // 2, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            files.save(voice, tmp_path / "voices" / "ferns")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list((tmp_path / "voices").iterdir()) == []
    assert files.save(voice, tmp_path / "voices" / "ferns").bytes > voice.bytes
