"""Faults 9 and 27: the disk fills up, or cannot be written at all."""

import resource
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from adapters.catalog import backup, check, conversations, messages
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from tests.faults.small_disk import fill, mounted


@dataclass
class Disk:
    folder: Path
    fill: Callable[[], None]
    free: Callable[[], None]


@pytest.fixture(params=["small file system", "limit on files"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    if request.param == "limit on files":
        yield _limited(tmp_path / "data")
        return
    with mounted(tmp_path / "disk", "size=16m"):
        filler = tmp_path / "disk" / "filler"
        yield Disk(tmp_path / "disk" / "data", lambda: fill(filler), filler.unlink)


def _limited(folder: Path) -> Disk:
    """No file may grow beyond half of what the catalog has now."""
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]

    def fill() -> None:
        most = (folder / "catalog.sqlite").stat().st_size // 2
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))

    return Disk(folder, fill, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard)))


def test_a_full_disk_loses_nothing_and_is_said(disk: Disk) -> None:
    catalog = Catalog.open(disk.folder / "catalog.sqlite", disk.folder / "backups")
    talk = conversations.create(catalog, "kept").id
    conversations.set_draft(catalog, talk, "half a thought")
    added = [messages.add(catalog, talk, None, "owner", "before").id]
    disk.fill()
    try:
        said = _write_until_refused(catalog, talk, added)
        assert "was not saved" in str(said.what)
        assert "disk is full" in str(said.why)
        assert conversations.get(catalog, talk).draft == "half a thought"
        assert [m.id for m in messages.siblings(catalog, added[0])] == added
    finally:
        disk.free()
    added.append(messages.add(catalog, talk, None, "owner", "after").id)
    assert [m.id for m in messages.siblings(catalog, added[0])] == added
    assert check.integrity(catalog) == []
    assert check.search_index(catalog) == []
    catalog.close()


def _write_until_refused(catalog: Catalog, talk: int, added: list[int]) -> UserError:
    try:
        for _ in range(200):
            added.append(messages.add(catalog, talk, None, "owner", "слово " * 5000).id)  # noqa: PERF401
    except UserError as error:
        return error
    pytest.fail("the disk was not full")


def test_a_backup_without_room_leaves_nothing(disk: Disk) -> None:
    catalog = Catalog.open(disk.folder / "catalog.sqlite", disk.folder / "backups")
    conversations.create(catalog, "")
    disk.fill()
    try:
        with pytest.raises(UserError, match=r"No backup.*disk is full"):
            backup.make(catalog.path, disk.folder / "backups")
        assert backup.existing(disk.folder / "backups") == []
    finally:
        disk.free()
    copy = backup.make(catalog.path, disk.folder / "backups")
    assert list((disk.folder / "backups").iterdir()) == [copy]
    catalog.close()


def test_a_catalog_that_cannot_be_made_is_said(disk: Disk) -> None:
    Catalog.open(disk.folder / "catalog.sqlite", disk.folder / "backups").close()
    disk.fill()
    try:
        with pytest.raises(UserError, match="disk is full"):
            Catalog.open(disk.folder / "other.sqlite", disk.folder / "backups")
    finally:
        disk.free()
    other = Catalog.open(disk.folder / "other.sqlite", disk.folder / "backups")
    assert conversations.page(other) == []
    other.close()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=16m"):
        path = tmp_path / "disk" / "catalog.sqlite"
        catalog = Catalog.open(path, tmp_path / "disk" / "backups")
        conversations.create(catalog, "kept")
        catalog.close()
        subprocess.run(["mount", "-o", "remount,ro", str(tmp_path / "disk")], check=True)
        with pytest.raises(UserError, match="cannot be written"):
            Catalog.open(path, tmp_path / "disk" / "backups")
        beside = Catalog.open_reading(path)
        assert [c.instruction for c in conversations.page(beside)] == ["kept"]
        beside.close()
