"""A model from elsewhere is looked at without running or fetching anything of it."""

import shutil
from pathlib import Path

import pytest

from adapters.errors import UserError
from engine.model.source import inspect


@pytest.fixture
def folder(tiny_model: Path, tmp_path: Path) -> Path:
    """A copy of the tiny model to spoil."""
    return shutil.copytree(tiny_model, tmp_path / "model")


def test_says_what_is_there(folder: Path) -> None:
    source = inspect(folder)
    assert (source.kind, source.model_type, source.context_length) == ("folder", "llama", 512)
    assert source.parameters > source.largest > 0
    assert source.bytes == (folder / "model.safetensors").stat().st_size
    assert not any(key.startswith("_") for key in source.config)


def test_a_long_template_file_is_refused(folder: Path) -> None:
    (folder / "chat_template.jinja").write_text("{{ 'x' }}" * 20_000)
    with pytest.raises(UserError, match="100 kB"):
        inspect(folder)


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no model"):
        inspect(tmp_path / "none")
    with pytest.raises(UserError, match=r"config\.json"):
        inspect(tmp_path)
