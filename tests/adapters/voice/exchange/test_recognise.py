"""What is dropped on the window: a voice, or notes."""

import zipfile
from pathlib import Path

import pytest

from adapters.voice.exchange.recognise import MANIFEST, looks_like_voice


def packed(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "{}")
    return path


@pytest.mark.parametrize(
    "names",
    [
        ("adapter_config.json", "adapter_model.safetensors"),
        ("garden/adapter_config.json", "garden/adapter_model.safetensors", "garden/README.md"),
        ("garden/adapter_config.json", "garden/adapter_model.bin"),  # refused, and told why
        (MANIFEST, "versions/1/adapter_model.safetensors"),
    ],
)
def test_a_zip_of_an_adapter_is_a_voice(tmp_path: Path, names: tuple[str, ...]) -> None:
    assert looks_like_voice(packed(tmp_path / "garden.zip", *names))
    assert looks_like_voice(packed(tmp_path / "GARDEN.ZIP", *names))


def test_a_zip_of_notes_is_none(tmp_path: Path) -> None:
    assert not looks_like_voice(packed(tmp_path / "a.zip", "a.md", "deep/config.json"))
    assert not looks_like_voice(packed(tmp_path / "empty.zip"))


def test_a_zip_that_cannot_be_listed_is_none(tmp_path: Path) -> None:
    damaged = tmp_path / "a.zip"
    damaged.write_bytes(b"PK\x03\x04 and no end")
    assert not looks_like_voice(damaged)
    assert not looks_like_voice(tmp_path / "gone.zip")


def test_other_files_go_by_their_names(tmp_path: Path) -> None:
    for name in ("a.gguf", "a.safetensors", "a.timbre-voice", "adapter_config.json"):
        (tmp_path / name).touch()
        assert looks_like_voice(tmp_path / name), name
    (tmp_path / "a.md").touch()
    assert not looks_like_voice(tmp_path / "a.md")
    assert looks_like_voice(tmp_path)  # it holds an adapter_config.json
