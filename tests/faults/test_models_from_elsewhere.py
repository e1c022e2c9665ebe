"""Faults 11, 15 and 17: a model from elsewhere that brings code along, or is damaged."""

import json
import pickle
import shutil
import socket
from pathlib import Path
from typing import Any

import pytest

from adapters.errors import UserError
from engine.model.load import load
from engine.model.quantise import quantise
from engine.model.source import inspect


@pytest.fixture
def folder(tiny_model: Path, tmp_path: Path) -> Path:
    """A copy of the tiny model to spoil."""
    return shutil.copytree(tiny_model, tmp_path / "model")


def change(path: Path, **values: Any) -> None:
    old = json.loads(path.read_text())
    path.write_text(json.dumps(old | values))


class Bomb:
    """Unpickling it makes a file."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[Any, tuple[Path]]:
        return Path.touch, (self.trace,)


@pytest.mark.parametrize("name", ["pytorch_model.bin", "a.pt", "b.pth", "c.ckpt", "d.pkl"])
def test_pickled_weights_are_refused_and_never_opened(
    folder: Path, tmp_path: Path, name: str
) -> None:
    trace = tmp_path / "ran"
    (folder / "model.safetensors").unlink()
    (folder / name).write_bytes(pickle.dumps(Bomb(trace)))
    with pytest.raises(UserError, match=name):
        inspect(folder)
    assert not trace.exists()


def test_pickles_beside_safetensors_lie_unread(folder: Path, tmp_path: Path) -> None:
    trace = tmp_path / "ran"
    for name in ("pytorch_model.bin", "training_args.bin", "scheduler.pt"):
        (folder / name).write_bytes(pickle.dumps(Bomb(trace)))
    for _ in quantise(inspect(folder), tmp_path / "nf4"):
        pass
    assert load(tmp_path / "nf4").name == "model"
    assert not trace.exists()
    assert not [path for path in (tmp_path / "nf4").iterdir() if path.suffix in (".bin", ".pt")]


@pytest.mark.parametrize(
    ("file", "values"),
    [
        ("config.json", {"auto_map": {"AutoModel": "evil.Model"}}),
        ("config.json", {"_attn_implementation_internal": "evil/kernel"}),
        ("config.json", {"_attn_implementation": "evil/kernel"}),
        ("config.json", {"attn_implementation": "evil/kernel"}),
        ("config.json", {"attn_implementation": ["sdpa"]}),
        ("config.json", {"_experts_implementation_internal": "evil/kernel"}),
        ("config.json", {"text_config": {"deep": [{"auto_map": {}}]}}),
        ("config.json", {"trust_remote_code": True}),
        ("config.json", {"quantization_config": {"quant_method": "gptq"}}),
        ("config.json", {"model_type": 3}),
        ("tokenizer_config.json", {"auto_map": {"AutoTokenizer": ["evil.T", None]}}),
        ("tokenizer_config.json", {"chat_template": "x" * 100_001}),
        ("generation_config.json", {"custom_generate": "evil/repo"}),
    ],
)
def test_settings_that_bring_code_are_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, file: str, values: dict[str, Any]
) -> None:
    def no_socket(*_: object, **__: object) -> None:
        pytest.fail("a socket was opened")

    monkeypatch.setattr(socket, "socket", no_socket)
    change(folder / file, **values)
    with pytest.raises(UserError):
        inspect(folder)


def test_code_beside_the_weights_is_not_run(folder: Path, tmp_path: Path) -> None:
    (folder / "modeling_llama.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    inspect(folder)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"short",
        b"<html>not found</html>",
        (2**62).to_bytes(8, "little") + b"{}",
        (2).to_bytes(8, "little") + b"[]",
        (9).to_bytes(8, "little") + b"not  json",
    ],
)
def test_weights_of_another_format_are_refused(folder: Path, content: bytes) -> None:
    (folder / "model.safetensors").write_bytes(content)
    with pytest.raises(UserError, match=r"model\.safetensors"):
        inspect(folder)


def test_cut_off_weights_are_refused(folder: Path) -> None:
    path = folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(UserError, match="cannot be used"):
        inspect(folder)


@pytest.mark.parametrize("name", ["../../other.safetensors", "/etc/passwd", "gone.safetensors", 7])
def test_an_index_stays_in_its_folder(folder: Path, name: object) -> None:
    index = {"weight_map": {"model.norm.weight": name}}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    with pytest.raises(UserError):
        inspect(folder)


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"a":' * 100_000])
def test_a_config_that_is_no_object_is_refused(folder: Path, text: str) -> None:
    (folder / "config.json").write_text(text)
    with pytest.raises(UserError):
        inspect(folder)
