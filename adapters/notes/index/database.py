"""The file of the index: opened, made again where it is of no use, closed."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from adapters.catalog.problems import is_damage
from adapters.errors import UserError
from adapters.notes.index.schema import TABLES, code
from adapters.wording import phrase

log = logging.getLogger(__name__)

_BUSY_SECONDS = 30.0
_CACHE_KIB = 32 * 1024
_LOG_BYTES = 16 * 2**20

Index = sqlite3.Connection


@contextmanager
def opened(file: Path) -> Iterator[Index]:
    """The index in ``file``, made where there is none; for one thread.

    No transaction may stay open between two steps of a job: another one on the same thread
    would wait for it for ever.

    Raises ``UserError`` where the file turns out to be damaged; the next to open it begins anew.
    """
    index = _open(file)
    try:
        yield index
    except sqlite3.DatabaseError as error:
        if not is_damage(str(error)):
            raise
        index.close()
        _remove(file)
        raise UserError(
            phrase("errors", "The notes could not be read to the end."),
            phrase("errors", "Timbre's own list of them was damaged, and is made again."),
            phrase("errors", "Try again."),
        ) from error
    finally:
        index.close()


@contextmanager
def writing(index: Index) -> Iterator[None]:
    """One transaction: all of it is kept, or nothing."""
    index.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):  # a full disk has rolled it back already
            index.execute("ROLLBACK")
        raise
    index.execute("COMMIT")


def _open(file: Path) -> Index:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        index = _connected(file)
        if _is_ours(index):
            return index
        index.close()
    except sqlite3.DatabaseError as error:
        if not is_damage(str(error)):
            raise
        log.warning("The index of notes is damaged and is made again: %s", error)
    _remove(file)
    index = _connected(file)
    _make(index)
    return index


def _connected(file: Path) -> Index:
    # It holds the notes' texts: nobody else's business.
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    index = sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None)
    index.execute("PRAGMA journal_mode = WAL")
    # A power cut may cost the last transactions, never the file: enough for a cache.
    index.execute("PRAGMA synchronous = NORMAL")
    index.execute("PRAGMA foreign_keys = ON")
    index.execute(f"PRAGMA journal_size_limit = {_LOG_BYTES}")
    index.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    return index


def _is_ours(index: Index) -> bool:
    if not index.execute("SELECT 1 FROM sqlite_master WHERE name = 'made_by'").fetchone():
        return False
    made_by = index.execute("SELECT code FROM made_by").fetchone()
    return made_by is not None and made_by[0] == code()


def _make(index: Index) -> None:
    index.execute("BEGIN IMMEDIATE")
    if not _is_ours(index):  # another thread may have been quicker
        for statement in _statements(TABLES):
            index.execute(statement)
        index.execute("INSERT INTO made_by (code) VALUES (?)", (code(),))
    index.execute("COMMIT")


def _statements(script: str) -> Iterator[str]:
    """One by one: ``executescript`` would commit the transaction first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _remove(file: Path) -> None:
    for end in ("", "-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
