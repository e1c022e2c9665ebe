"""Loading an NF4 folder."""

import json
import os
import shutil
from pathlib import Path

import pytest
import torch

from adapters.errors import UserError
from engine.model import precision
from engine.model.load import LoadedModel, load
from engine.model.skeleton import quantised_layers


def test_everything_that_others_need(loaded_tiny: LoadedModel) -> None:
    assert loaded_tiny.name == "tiny"
    assert len(loaded_tiny.fingerprint) == 64
    assert loaded_tiny.context_length == 512
    end = loaded_tiny.tokenizer.convert_tokens_to_ids("<|im_end|>")
    assert loaded_tiny.stop_tokens == {end}
    assert not loaded_tiny.model.training
    assert not any(p.requires_grad for p in loaded_tiny.model.parameters())


def test_weight_bytes_are_those_in_memory(loaded_tiny: LoadedModel) -> None:
    layers = quantised_layers(loaded_tiny.model)
    codes = sum(layer.weight.data.nbytes for layer in layers.values())
    embeddings = loaded_tiny.model.get_input_embeddings().weight.nbytes
    assert codes + embeddings < loaded_tiny.weight_bytes < 1.5 * (codes + embeddings)


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float32])
def test_computes_in_the_chosen_format(
    tiny_nf4: Path, monkeypatch: pytest.MonkeyPatch, dtype: torch.dtype
) -> None:
    monkeypatch.setattr(precision, "compute_dtype", lambda: dtype)
    loaded = load(tiny_nf4, packed=False)
    assert loaded.dtype == loaded.model.dtype == dtype
    assert loaded.model.get_input_embeddings().weight.dtype == dtype
    for layer in quantised_layers(loaded.model).values():
        assert layer.compute_dtype == dtype
        assert layer.weight.dtype == torch.uint8
    assert loaded.model(torch.tensor([[1, 2]])).logits.dtype == dtype


def test_one_core_is_left_to_the_window(tiny_nf4: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = torch.get_num_threads()
    try:
        for cores, threads in ((8, 7), (2, 1), (1, 1)):
            # A container may see 64 cores and be given two.
            monkeypatch.setattr(os, "sched_getaffinity", lambda _, n=cores: set(range(n)))
            load(tiny_nf4)
            assert torch.get_num_threads() == threads
        load(tiny_nf4, threads=3)
        assert torch.get_num_threads() == 3
    finally:
        torch.set_num_threads(before)


def spoil_cut(folder: Path) -> None:
    path = folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-10])


def spoil_missing(folder: Path) -> None:
    (folder / "model.safetensors").unlink()


def spoil_record(folder: Path) -> None:
    (folder / "timbre.json").write_text("{}")


def spoil_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("[]")


@pytest.mark.parametrize("spoil", [spoil_cut, spoil_missing, spoil_record, spoil_tokenizer])
def test_a_damaged_folder_is_said_so(tiny_nf4: Path, tmp_path: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    folder = shutil.copytree(tiny_nf4, tmp_path / "spoiled")
    spoil(folder)
    with pytest.raises(UserError, match="spoiled"):
        load(folder)


@pytest.mark.parametrize("name", ["config.json", "tokenizer_config.json"])
def test_a_folder_that_was_meddled_with_is_refused(
    tiny_nf4: Path, tmp_path: Path, name: str
) -> None:
    folder = shutil.copytree(tiny_nf4, tmp_path / "meddled")
    values = json.loads((folder / name).read_text())
    (folder / name).write_text(json.dumps(values | {"auto_map": {"AutoConfig": "evil.Config"}}))
    with pytest.raises(UserError, match=name):
        load(folder)


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        load(tmp_path / "none")
