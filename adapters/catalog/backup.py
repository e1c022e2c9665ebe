"""Copies of the catalog: before every migration, and after every half hour of use."""

import os
import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.catalog.problems import in_plain_words
from adapters.wording import phrase

EVERY = timedelta(minutes=30)
ALL_FOR = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9
ALWAYS = 3
MOST_BYTES = 2 * 2**30
AT_ONCE = 2048  # pages copied before it is asked whether to stop: 8 MB
STAMP = "%Y-%m-%dT%H-%M-%S"
# Counted as well as dated: the clock may have been set back.
NAME = re.compile(r"catalog-(\d{6})-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)(-[\w-]+)?\.sqlite")
NO_BACKUP = phrase("errors", "No backup of the catalog was made.")


def never() -> bool:
    """The copy is made to its end."""
    return False


def make(
    path: Path,
    backups: Path,
    reason: str = "",
    moment: datetime | None = None,
    stop: Callable[[], bool] = never,
) -> Path:
    """Copy the catalog at ``path``, whole and as of one moment, while others go on writing.

    The copy is written aside, forced to disk and renamed, so a name never stands for half
    a copy. Raises ``UserError`` when there is no room for it, and ``InterruptedError`` once
    ``stop`` says so.
    """
    with in_plain_words(path, NO_BACKUP):
        backups.mkdir(parents=True, exist_ok=True)
        for left in backups.glob("catalog-*.partial*"):  # by a crash
            left.unlink()
        target = backups / _name(backups, moment or datetime.now(UTC), reason)
        partial = target.with_suffix(".partial")
        try:
            _copy(path, partial, stop)
            partial.rename(target)
            to_disk(backups)
        finally:
            partial.unlink(missing_ok=True)
        return target


def made_at(backup: Path) -> datetime | None:
    """When a copy was made, by its name; None for any other file."""
    found = NAME.fullmatch(backup.name)
    return datetime.strptime(found[2], STAMP).replace(tzinfo=UTC) if found else None


def existing(backups: Path) -> list[Path]:
    """All copies, newest first."""
    found = [p for p in backups.glob("catalog-*.sqlite") if NAME.fullmatch(p.name)]
    return sorted(found, key=lambda p: p.name, reverse=True)


def keep_up(
    path: Path,
    backups: Path,
    moment: datetime | None = None,
    stop: Callable[[], bool] = never,
) -> Path | None:
    """Make a copy if the newest is half an hour old and the catalog changed; then thin out.

    The process that owns the data folder calls this every few minutes. Returns the new copy.
    """
    moment = moment or datetime.now(UTC)
    copies = existing(backups)
    newest = made_at(copies[0]) if copies else None
    recent = newest is not None and abs(moment - newest) < EVERY
    if newest is not None and (recent or _changed(path) < newest <= moment):
        return None
    made = make(path, backups, moment=moment, stop=stop)
    thin(backups, moment)
    return made


def thin(backups: Path, moment: datetime) -> list[Path]:
    """Delete what is not needed: all stay for two days, then one a day, a week, a month.

    Together they take no more than ``MOST_BYTES``, but for the newest three. Returns what
    was deleted.
    """
    copies = existing(backups)
    wanted = dict.fromkeys(_kept({p: at for p in copies if (at := made_at(p))}, moment))
    kept = set(_within_bounds(list(wanted)))
    dropped = [p for p in copies if p not in kept]
    for copy in dropped:
        copy.unlink(missing_ok=True)
    return dropped


def _kept(made: dict[Path, datetime], moment: datetime) -> Iterable[Path]:
    """Choose among copies that come newest first; the ones that are needed most come first."""
    yield from list(made)[:1]
    periods: list[tuple[int, Callable[[datetime], object]]] = [
        (DAYS, lambda at: at.date()),
        (WEEKS, lambda at: at.isocalendar()[:2]),
        (MONTHS, lambda at: (at.year, at.month)),
    ]
    for count, period in periods:
        newest: dict[object, Path] = {}
        for copy, at in made.items():
            newest.setdefault(period(at), copy)
        yield from list(newest.values())[:count]
    yield from (p for p, at in made.items() if moment - at <= ALL_FOR)


def _within_bounds(wanted: list[Path]) -> Iterable[Path]:
    newest = sorted(wanted, key=lambda p: p.name, reverse=True)[:ALWAYS]
    room = MOST_BYTES
    for copy in dict.fromkeys([*newest, *wanted]):
        room -= copy.stat().st_size
        if room >= 0 or copy in newest:
            yield copy


def _name(backups: Path, moment: datetime, reason: str) -> str:
    copies = existing(backups)
    number = int(copies[0].name[8:14]) + 1 if copies else 1
    suffix = f"-{reason}" if reason else ""
    return f"catalog-{number:06d}-{moment.strftime(STAMP)}{suffix}.sqlite"


def _copy(path: Path, target: Path, stop: Callable[[], bool]) -> None:
    def stop_if_told(*_: object) -> None:
        if stop():
            raise InterruptedError("stopped")

    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copy:
        # Hold one moment: between two steps others may write, and the copy would begin anew.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        source.backup(copy, pages=AT_ONCE, progress=stop_if_told)
        # One file that needs no log beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
    to_disk(target)


def _changed(path: Path) -> datetime:
    """When the catalog or its write-ahead log was last written."""
    files = [p for p in (path, path.with_name(path.name + "-wal")) if p.exists()]
    return datetime.fromtimestamp(max((p.stat().st_mtime for p in files), default=0), UTC)


def to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
