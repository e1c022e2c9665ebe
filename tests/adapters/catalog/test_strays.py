"""Voices whose rows and folders do not belong together."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from adapters.catalog import strays, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Voice

Add = Callable[..., Voice]


@pytest.fixture
def folder(tmp_path: Path, add_voice: Add) -> Path:
    """Where one voice of the catalog lies."""
    folder = tmp_path / "voices"
    add_voice("here", path="here")
    (folder / "here").mkdir(parents=True)
    return folder


def told(catalog: Catalog, folder: Path) -> list[str]:
    return [str(one) for one in strays.tidy(catalog, folder, folder.with_name("aside"))]


def test_no_folder_and_a_folder_that_agrees(catalog: Catalog, folder: Path) -> None:
    assert strays.tidy(catalog, folder.with_name("none"), folder.with_name("aside"))
    assert told(catalog, folder) == []
    assert not folder.with_name("aside").exists()


def test_a_voice_that_was_never_written_to_its_end_is_deleted(
    catalog: Catalog, folder: Path
) -> None:
    unfinished = folder / ".run-7-1.part-4242"
    unfinished.mkdir()
    (unfinished / "adapter_model.safetensors").write_bytes(b"half")
    (folder / ".not-ours").mkdir()
    assert told(catalog, folder) == []
    assert sorted(one.name for one in folder.iterdir()) == [".not-ours", "here"]


def test_a_whole_voice_without_a_row_is_put_aside_and_told_once(
    catalog: Catalog, folder: Path
) -> None:
    aside = folder.with_name("aside")
    for content in (b"one", b"two"):  # the same name may come again
        (folder / "run-7-1").mkdir()
        (folder / "run-7-1" / "adapter_model.safetensors").write_bytes(content)
        [said] = told(catalog, folder)
        assert str(aside / "run-7-1") in said
        assert told(catalog, folder) == []
    kept = [one.read_bytes() for one in sorted(aside.rglob("*.safetensors"))]
    assert kept == [b"one", b"two"]


def test_where_nothing_can_be_moved_nothing_is_lost(catalog: Catalog, folder: Path) -> None:
    (folder / "run-7-1").mkdir()
    folder.with_name("aside").write_text("a file in the way", encoding="utf-8")
    assert told(catalog, folder) == []
    assert (folder / "run-7-1").is_dir()


def test_missing_files_are_told_until_the_voice_is_deleted(
    catalog: Catalog, folder: Path, add_voice: Add
) -> None:
    gone = add_voice("gone", path="gone")
    (folder / "gone").mkdir()
    assert told(catalog, folder) == []
    shutil.rmtree(folder / "gone")
    [said] = told(catalog, folder)
    assert "“gone”" in said
    voices.trash(catalog, gone.id)
    assert told(catalog, folder) == []
