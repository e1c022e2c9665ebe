"""A catalog that was damaged on disk: set aside, restored, and said."""

import random
import shutil
from pathlib import Path

import pytest

from adapters.catalog import backup, check, conversations, messages, problems, recovery
from adapters.catalog.database import Catalog
from adapters.errors import UserError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A catalog of 50 long messages that was closed in order."""
    path = tmp_path / "catalog.sqlite"
    catalog = opened(path)
    conversation = conversations.create(catalog, "kept").id
    for i in range(50):
        messages.add(catalog, conversation, None, "owner", f"message {i} " * 60)
    catalog.close()
    return path


def opened(path: Path) -> Catalog:
    return Catalog.open(path, path.parent / "backups")


def damage(path: Path, how: str) -> None:
    data = bytearray(path.read_bytes())
    if how == "truncated":
        data = data[: len(data) // 2]
    elif how == "overwritten":
        middle = len(data) // 4
        data[middle : middle * 2] = random.Random(0).randbytes(middle)
    elif how == "page":  # the one where message 30 begins
        start = data.find(b"message 30 ") // 4096 * 4096
        data[start : start + 4096] = random.Random(0).randbytes(4096)
    elif how == "header":
        data[:100] = b"<html>" + bytes(94)
    path.write_bytes(data)


@pytest.mark.parametrize("how", ["truncated", "overwritten", "page", "header"])
def test_the_newest_good_backup_comes_back(path: Path, how: str) -> None:
    backups = path.parent / "backups"
    good = backup.make(path, backups)
    bad = backups / good.name.replace("000001", "000002")  # newer, and damaged itself
    shutil.copyfile(good, bad)
    damage(bad, how)
    damage(path, how)
    broken = path.read_bytes()
    catalog = opened(path)
    try:
        assert [c.instruction for c in conversations.page(catalog)] == ["kept"]
        assert check.integrity(catalog) == []
        [notice] = catalog.notices
        assert "backup of 20" in str(notice)
        [aside] = backups.glob("damaged-*/catalog.sqlite")
        assert str(aside) in str(notice)
        assert aside.read_bytes() == broken
    finally:
        catalog.close()
    again = opened(path)
    assert again.notices == []
    again.close()


def test_without_a_backup_a_new_one_is_begun(path: Path) -> None:
    damage(path, "overwritten")
    catalog = opened(path)
    try:
        assert conversations.page(catalog) == []
        assert "no backup" in str(catalog.notices[0])
        conversations.create(catalog, "works again")
    finally:
        catalog.close()


def test_a_backup_of_a_newer_timbre_is_passed_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.make(path, path.parent / "backups")
    damage(path, "header")
    monkeypatch.setattr(recovery, "HEAD", "0000")
    catalog = opened(path)
    assert "no backup" in str(catalog.notices[0])
    catalog.close()


def test_damage_met_while_running_is_said_and_mended_at_the_next_start(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.make(path, path.parent / "backups")
    monkeypatch.setattr(recovery, "SMALL", 0)  # as if too large to be checked at every start
    damage(path, "page")
    catalog = opened(path)
    assert catalog.notices == []
    assert catalog.needs_check
    with pytest.raises(UserError) as caught:
        [messages.get(catalog, i) for i in range(1, 51)]
    assert "damaged" in str(caught.value.why)
    catalog.close()
    again = opened(path)
    assert "was damaged" in str(again.notices[0])
    assert len(conversations.page(again)) == 1
    again.close()
    assert not path.with_name(path.name + problems.SUSPECT).exists()


def test_an_integrity_check_that_finds_damage_has_it_mended(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.make(path, path.parent / "backups")
    monkeypatch.setattr(recovery, "SMALL", 0)
    damage(path, "page")
    catalog = opened(path)
    assert check.integrity(catalog) != []
    catalog.close()
    again = opened(path)
    assert "was damaged" in str(again.notices[0])
    again.close()


def test_a_file_that_is_no_catalog_is_not_taken_for_a_damaged_one(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite"
    path.mkdir()
    with pytest.raises(UserError):
        opened(path)
    assert path.is_dir()
