"""Checkpoints are whole or not there."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from adapters.errors import UserError
from adapters.voice import checkpoint
from engine.model.load import LoadedModel
from tests.adapters.voice.small_run import resumed, small_session


def test_only_the_newest_is_kept(loaded: LoadedModel, tmp_path: Path) -> None:
    run, folder = small_session(loaded), tmp_path / "run"
    for step in (1, 2, 10):
        run.progress.step = step
        checkpoint.save(run, folder)
    assert [p.name for p in folder.iterdir()] == ["step-00000010-0000.safetensors"]


def test_none_where_there_is_none(tmp_path: Path) -> None:
    assert checkpoint.newest(tmp_path / "nowhere") is None


@pytest.mark.parametrize("damage", [b"", b"<html>", b"\xff" * 100])
def test_a_damaged_one_is_passed_over(loaded: LoadedModel, tmp_path: Path, damage: bytes) -> None:
    run = small_session(loaded)
    run.progress.tokens = 42
    good = checkpoint.save(run, tmp_path)
    (tmp_path / "step-00000009-0000.safetensors").write_bytes(damage)
    assert checkpoint.newest(tmp_path) == good
    assert resumed(loaded, tmp_path).progress.tokens == 42


def test_a_cut_off_one_is_passed_over(loaded: LoadedModel, tmp_path: Path) -> None:
    run = small_session(loaded)
    good = checkpoint.save(run, tmp_path)
    later = tmp_path / "step-00000009-0000.safetensors"
    later.write_bytes(good.read_bytes()[:-100])
    assert checkpoint.newest(tmp_path) == good


def test_no_space_leaves_the_one_before(loaded: LoadedModel, tmp_path: Path) -> None:
    """The system itself refuses the write, as it does on a full disk."""
    run, folder = small_session(loaded), tmp_path / "run"
    good = checkpoint.save(run, folder)
    run.progress.step = 5
    with file_size_limit(20_000), pytest.raises(UserError) as caught:
        checkpoint.save(run, folder)
    assert "space" in str(caught.value.next_step)
    assert list(folder.iterdir()) == [good]
    checkpoint.save(run, folder)
    assert resumed(loaded, folder).progress.step == 5


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    """Writes beyond ``size`` bytes fail in this process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
