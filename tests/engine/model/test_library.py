"""Finding models on disk: folders, GGUF files, the caches of other programs."""

import json
import os
import shutil
from pathlib import Path

import pytest

from engine.messages import FoundModel
from engine.model import library
from tests.tiny_gguf import write_tiny_gguf


def found(*folders: Path) -> list[FoundModel]:
    return [model for model in library.find(folders) if model is not None]


def names(*folders: Path) -> list[str]:
    return sorted(model.name for model in found(*folders))


@pytest.fixture(scope="module")
def tiny_gguf(tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_gguf(tiny_model, tmp_path_factory.mktemp("gguf") / "small.Q4_0.gguf")


@pytest.fixture
def shelf(tmp_path: Path, tiny_model: Path, tiny_gguf: Path) -> Path:
    """A folder with one model in Hugging Face format and one GGUF."""
    folder = tmp_path / "shelf"
    shutil.copytree(tiny_model, folder / "someone" / "Tiny")
    (folder / "gguf").mkdir()
    shutil.copyfile(tiny_gguf, folder / "gguf" / "small.Q4_0.gguf")
    return folder


def test_both_kinds_with_their_sizes(shelf: Path) -> None:
    models = {model.kind: model for model in found(shelf)}
    folder, gguf = models["folder"], models["gguf"]
    assert (folder.name, folder.path) == ("Tiny", str(shelf / "someone" / "Tiny"))
    assert folder.bytes == (shelf / "someone" / "Tiny" / "model.safetensors").stat().st_size
    assert (gguf.name, gguf.bytes) == ("small.Q4_0", Path(gguf.path).stat().st_size)


def test_the_cache_gives_one_version_under_its_name(tmp_path: Path, tiny_model: Path) -> None:
    """As huggingface_hub lays it out: blobs, and snapshots of links to them."""
    cached = tmp_path / "hub" / "models--Qwen--Qwen3-0.6B"
    for version in ("old", "new"):
        snapshot = cached / "snapshots" / version
        snapshot.mkdir(parents=True)
        (cached / "blobs").mkdir(exist_ok=True)
        for file in tiny_model.iterdir():
            blob = cached / "blobs" / f"{version}-{file.name}"
            shutil.copyfile(file, blob)
            (snapshot / file.name).symlink_to(os.path.relpath(blob, snapshot))
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text("old", encoding="ascii")
    [model] = found(tmp_path / "hub")
    assert (model.name, Path(model.path).name) == ("Qwen3-0.6B", "old")
    (cached / "refs" / "main").unlink()
    os.utime(cached / "snapshots" / "old", (1, 1))
    assert [Path(m.path).name for m in found(tmp_path / "hub")] == ["new"]


def test_a_download_has_its_name_without_its_owner(tmp_path: Path, tiny_model: Path) -> None:
    shutil.copytree(tiny_model, tmp_path / "downloads" / "Qwen--Qwen3-0.6B")
    assert names(tmp_path / "downloads") == ["Qwen3-0.6B"]


def test_what_cannot_be_loaded_is_passed_over(shelf: Path) -> None:
    source = shelf / "someone" / "Tiny"
    pickled, encoder, quantised, coded, half = (shelf / name for name in "abcde")
    for folder in (pickled, encoder, quantised, coded, half):
        shutil.copytree(source, folder)
    (pickled / "model.safetensors").unlink()
    (pickled / "pytorch_model.bin").write_bytes(b"a pickle")
    for folder, more in (
        (encoder, {"architectures": ["BertModel"]}),
        (quantised, {"quantization_config": {"quant_method": "awq"}}),
        (coded, {"auto_map": {"AutoModelForCausalLM": "evil.Evil"}}),
    ):
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        (folder / "config.json").write_text(json.dumps(config | more), encoding="utf-8")
    weights = (half / "model.safetensors").read_bytes()
    (half / "model.safetensors").write_bytes(weights[: len(weights) // 2])
    (shelf / "gguf" / "broken.gguf").write_bytes(b"GGUF" + bytes(20))
    (shelf / "gguf" / "empty.gguf").touch()
    shutil.copyfile(shelf / "gguf" / "small.Q4_0.gguf", shelf / "gguf" / "mmproj-small.gguf")
    assert names(shelf) == ["Tiny", "small.Q4_0"]


def test_links_in_circles_and_two_ways_to_one_model(shelf: Path) -> None:
    (shelf / "someone" / "round").symlink_to(shelf)
    (shelf / "again").symlink_to(shelf / "someone" / "Tiny")
    (shelf / "gguf" / "copy.gguf").symlink_to(shelf / "gguf" / "small.Q4_0.gguf")
    (shelf / "gguf" / "dangling.gguf").symlink_to(shelf / "nowhere")
    assert len(found(shelf, shelf, shelf / "someone")) == 2


def test_the_walk_has_bounds(shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / "deep" / "/".join("abcdefgh")
    shutil.copytree(shelf, deep)
    assert names(tmp_path / "deep") == []
    assert len(names(deep.parent)) == 2
    monkeypatch.setattr(library, "MOST_FOLDERS", 1)
    assert names(shelf) == []


def test_a_caller_can_stop_between_folders(shelf: Path) -> None:
    steps = library.find([shelf])
    assert next(steps) is None


def test_unreadable_folders_are_passed_over(shelf: Path, tmp_path: Path) -> None:
    (shelf / "pipe.gguf").mkdir()
    os.mkfifo(shelf / "gguf" / "fifo.gguf")
    assert names(shelf, tmp_path / "nowhere") == ["Tiny", "small.Q4_0"]


def test_the_usual_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HF_HOME", "HF_HUB_CACHE"):
        monkeypatch.delenv(variable, raising=False)
    home = Path.home()
    usual = [
        home / ".cache" / "huggingface" / "hub",
        home / ".lmstudio" / "models",
        home / ".cache" / "lm-studio" / "models",
    ]
    for folder in usual:
        folder.mkdir(parents=True)
    own = tmp_path / "own"
    own.mkdir()
    assert library.known_folders([str(own), str(own), "~/nowhere"]) == [*usual, own]
    (tmp_path / "hf" / "hub").mkdir(parents=True)
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    assert library.known_folders()[0] == tmp_path / "hf" / "hub"
    monkeypatch.setenv("HF_HUB_CACHE", str(own))
    assert library.known_folders()[0] == own
