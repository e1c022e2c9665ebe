"""A damaged catalog at start: set aside, and the newest good backup put in its place."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from adapters.catalog import backup
from adapters.catalog.migrate import schema_of
from adapters.catalog.problems import SUSPECT, is_damage
from adapters.catalog.tables import HEAD
from adapters.wording import Phrase, phrase

# Below this a whole check costs a few hundredths of a second, so each start makes one.
SMALL = 16 * 2**20


def mend(path: Path, backups: Path) -> list[Phrase]:
    """Check the catalog at ``path`` and restore it if it is damaged; say what was done.

    A large file is checked whole only when an error pointed at it; a small one always.
    """
    if not path.exists() or _is_good(path, thorough=is_small(path) or _suspect(path).exists()):
        _suspect(path).unlink(missing_ok=True)
        return []
    aside = _set_aside(path, backups)
    restored = _restore(path, backups)
    _suspect(path).unlink(missing_ok=True)
    if restored is None:
        return [
            phrase(
                "errors",
                "The catalog was damaged and there was no backup. A new one was begun; "
                "the damaged file was kept as {path}.",
                path=str(aside),
            )
        ]
    return [
        phrase(
            "errors",
            "The catalog was damaged. The backup of {moment} was restored; what changed "
            "after it is missing. The damaged file was kept as {path}.",
            moment=_local(backup.made_at(restored)),
            path=str(aside),
        )
    ]


def is_small(path: Path) -> bool:
    return path.stat().st_size <= SMALL


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, timeout=10.0, isolation_level=None)) as connection:
        yield connection


@contextmanager
def read_only(path: Path) -> Iterator[sqlite3.Connection]:
    uri = reading_uri(path)
    with closing(sqlite3.connect(uri, uri=True, timeout=10.0)) as connection:
        yield connection


def reading_uri(path: Path) -> str:
    """How SQLite is asked to open ``path`` and never write to it."""
    # Readers share a small file beside the catalog; where none can be made, nobody writes.
    alone = not os.access(path.parent, os.W_OK)
    return f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if alone else ''}"


def _is_good(path: Path, *, thorough: bool) -> bool:
    try:
        with connected(path) as connection:
            schema_of(connection)
            if not thorough:
                return True
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError as error:
        if is_damage(str(error)):
            return False
        raise


def _set_aside(path: Path, backups: Path) -> Path:
    """Move the damaged file and its log away, out of reach of the thinning."""
    stamp = datetime.now(UTC).strftime(f"{backup.STAMP}-%f")
    folder = backups / f"damaged-{stamp}"
    folder.mkdir(parents=True)
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.rename(folder / part.name)
    return folder / path.name


def _restore(path: Path, backups: Path) -> Path | None:
    for copy in backup.existing(backups):
        if _is_good(copy, thorough=True) and not _is_newer(copy):
            partial = path.with_name(path.name + ".partial")
            shutil.copyfile(copy, partial)
            backup.to_disk(partial)
            partial.rename(path)
            backup.to_disk(path.parent)
            return copy
    return None


def _is_newer(copy: Path) -> bool:
    with connected(copy) as connection:
        schema = schema_of(connection)
    return schema is None or schema > HEAD


def _suspect(path: Path) -> Path:
    return path.with_name(path.name + SUSPECT)


def _local(moment: datetime | None) -> str:
    return "" if moment is None else moment.astimezone().strftime("%Y-%m-%d %H:%M")
