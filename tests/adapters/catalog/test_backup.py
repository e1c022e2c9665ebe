"""Backups: whole copies, made while others write, thinned as they age."""

import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.catalog import backup, conversations
from adapters.catalog.database import Catalog

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def titles(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    found = [row[0] for row in connection.execute("SELECT instruction FROM conversations")]
    connection.close()
    return found


def test_a_copy_is_one_whole_file(catalog: Catalog, tmp_path: Path) -> None:
    conversations.create(catalog, "kept")
    with catalog.session() as session:
        conversations.change(session, 1, instruction="in the middle of a change")
        copy = backup.make(catalog.path, tmp_path / "copies")
    assert [p.name for p in (tmp_path / "copies").iterdir()] == [copy.name]
    assert titles(copy) == ["kept"]
    assert [p.name for p in (tmp_path / "copies").iterdir()] == [copy.name]
    made = backup.made_at(copy)
    assert made is not None
    assert abs(datetime.now(UTC) - made) < timedelta(minutes=1)


def test_what_a_crash_left_half_done_is_cleared_away(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "catalog-000001-2026-11-24T12-00-00.partial").write_bytes(b"half")
    copy = backup.make(catalog.path, tmp_path / "copies")
    assert list((tmp_path / "copies").iterdir()) == [copy]


def test_every_half_hour_of_use(catalog: Catalog, tmp_path: Path) -> None:
    folder = tmp_path / "copies"

    def use(moment: datetime) -> None:
        for file in catalog.path.parent.glob("catalog.sqlite*"):
            os.utime(file, (moment.timestamp(), moment.timestamp()))

    def minutes(count: int) -> datetime:
        return NOON + timedelta(minutes=count)

    use(minutes(0))
    assert backup.keep_up(catalog.path, folder, minutes(0)) is not None
    use(minutes(20))
    assert backup.keep_up(catalog.path, folder, minutes(29)) is None
    assert backup.keep_up(catalog.path, folder, minutes(31)) is not None
    assert backup.keep_up(catalog.path, folder, minutes(90)) is None  # nothing has changed
    use(minutes(95))
    assert backup.keep_up(catalog.path, folder, minutes(96)) is not None
    assert len(backup.existing(folder)) == 3


def test_old_copies_are_thinned_by_day_week_and_month(tmp_path: Path) -> None:
    for number, hours in enumerate(range(24 * 400, -1, -6)):
        moment = NOON - timedelta(hours=hours)
        (tmp_path / f"catalog-{number:06d}-{moment.strftime(backup.STAMP)}.sqlite").touch()
    (tmp_path / "damaged-2026").mkdir()
    (tmp_path / "notes.sqlite").touch()
    backup.thin(tmp_path, NOON)
    ages = [NOON - made for p in backup.existing(tmp_path) if (made := backup.made_at(p))]
    assert sum(age <= timedelta(days=2) for age in ages) == 9
    days = {(NOON - age).date() for age in ages if age <= timedelta(days=11)}
    assert len(days) == 12
    weeks = {(NOON - age).isocalendar()[:2] for age in ages if age <= timedelta(weeks=9)}
    assert len(weeks) == 10
    months = {((NOON - age).year, (NOON - age).month) for age in ages}
    assert len(months) == 9
    assert len(ages) < 40
    assert (tmp_path / "notes.sqlite").exists()
    assert backup.thin(tmp_path, NOON) == []


def test_a_large_catalog_keeps_few_copies_but_the_newest_three(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, hours in enumerate(range(24 * 60, -1, -12)):
        moment = NOON - timedelta(hours=hours)
        copy = tmp_path / f"catalog-{number:06d}-{moment.strftime(backup.STAMP)}.sqlite"
        copy.write_bytes(bytes(100))
    newest = backup.existing(tmp_path)[:3]
    monkeypatch.setattr(backup, "MOST_BYTES", 1000)
    backup.thin(tmp_path, NOON)
    left = backup.existing(tmp_path)
    assert len(left) == 10
    assert left[:3] == newest
    monkeypatch.setattr(backup, "MOST_BYTES", 0)
    backup.thin(tmp_path, NOON)
    assert backup.existing(tmp_path) == newest


def test_the_only_copy_stays_however_old(tmp_path: Path) -> None:
    (tmp_path / f"catalog-000001-{NOON.strftime(backup.STAMP)}-before-0002.sqlite").touch()
    assert backup.thin(tmp_path, NOON + timedelta(days=3000)) == []
    assert len(backup.existing(tmp_path)) == 1


def test_a_clock_set_back_stops_no_copies(catalog: Catalog, tmp_path: Path) -> None:
    wrong = backup.make(catalog.path, tmp_path / "copies", moment=NOON + timedelta(days=900))
    conversations.create(catalog, "new")
    right = backup.keep_up(catalog.path, tmp_path / "copies", NOON)
    assert right is not None
    assert backup.existing(tmp_path / "copies") == [right, wrong]
