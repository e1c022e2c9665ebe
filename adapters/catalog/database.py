"""The catalog file: opened, migrated, and handed out in short sessions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool, StaticPool

from adapters.catalog import backup, migrate, recovery
from adapters.catalog.problems import READING, in_plain_words
from adapters.catalog.tables import HEAD
from adapters.errors import UserError
from adapters.wording import Phrase, phrase

BUSY_SECONDS = 10.0
LOG_BYTES = 64 * 2**20  # a log that a large change has blown up shrinks back to this
CACHE_KIB = 16 * 1024  # of each connection


class Catalog:
    """Everything that is kept about models, voices, runs and conversations.

    Safe to use from any thread: each call takes a session of its own. ``notices`` says
    what the owner should know about the opening, such as a restored backup.
    """

    def __init__(self, engine: Engine, path: Path, backups: Path | None) -> None:
        self.path = path
        self.backups = backups
        self.notices: list[Phrase] = []
        self._engine = engine
        self._writing = engine.execution_options(begin="BEGIN IMMEDIATE")

    @classmethod
    def open(cls, path: Path, backups: Path) -> "Catalog":
        """Open or make the catalog for writing, mended and brought up to date.

        Raises ``UserError`` when it was changed by a newer Timbre, cannot be written, or a
        migration fails; the file is then as it was before.
        """
        with in_plain_words(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            notices = recovery.mend(path, backups)
            _bring_up_to_date(path, backups)
            catalog = cls(_engine(path), path, backups)
            catalog.notices = notices
            return catalog

    @classmethod
    def open_reading(cls, path: Path) -> "Catalog":
        """Open for reading beside a running window; a missing file reads as an empty one.

        So does one in which another process is still making the tables. Raises ``UserError``
        when they are older or newer than this version's.
        """
        with in_plain_words(path, READING):
            if not path.exists():
                return cls(_empty(), path, None)
            with recovery.read_only(path) as connection:
                schema = migrate.schema_of(connection)
            if schema is None:
                return cls(_empty(), path, None)
            _refuse_older(schema)
            return cls(_engine(path, reading=True), path, None)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session for writing: commits at the end, rolls back on any error."""
        with in_plain_words(self.path), Session(self._writing) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads, and never waits for a writer."""
        with in_plain_words(self.path, READING), Session(self._engine) as session:
            yield session

    @property
    def needs_check(self) -> bool:
        """Too large to be checked at the start: run ``check.integrity`` beside other work."""
        return not recovery.is_small(self.path)

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        self._engine.dispose()


def _bring_up_to_date(path: Path, backups: Path) -> None:
    with recovery.connected(path) as connection:
        schema = migrate.schema_of(connection)
    migrate.refuse_newer(schema)
    if schema == HEAD:
        return
    if schema is not None:
        backup.make(path, backups, f"before-{HEAD}")
    # Links are checked as a whole at the end: a migration may have to rebuild tables.
    engine = _engine(path, foreign_keys=False)
    try:
        writing = engine.execution_options(begin="BEGIN IMMEDIATE")
        with migrate.failure_in_plain_words(path), writing.begin() as connection:
            migrate.upgrade(connection)
            migrate.check_links(connection)
    finally:
        engine.dispose()


def _refuse_older(schema: str) -> None:
    migrate.refuse_newer(schema)
    if schema != HEAD:
        raise UserError(
            phrase("errors", "The catalog was not read."),
            phrase("errors", "It was made by an older version of Timbre."),
            phrase("errors", "Open the window once: that brings it up to date."),
        )


def _engine(path: Path, *, reading: bool = False, foreign_keys: bool = True) -> Engine:
    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            recovery.reading_uri(path) if reading else f"{path.absolute().as_uri()}?mode=rwc",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,  # this module says BEGIN itself
            check_same_thread=False,  # the pool lends a connection to one thread at a time
        )
        if not reading:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA journal_size_limit = {LOG_BYTES}")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        return connection

    return _with_own_begin(create_engine("sqlite://", creator=connect, poolclass=QueuePool))


def _empty() -> Engine:
    """An engine on a catalog in memory that holds nothing."""
    engine = _with_own_begin(
        create_engine(
            "sqlite://",
            poolclass=StaticPool,
            connect_args={"check_same_thread": False, "isolation_level": None},
        )
    )
    with engine.begin() as connection:
        migrate.upgrade(connection)
    return engine


def _with_own_begin(engine: Engine) -> Engine:
    """Begin transactions as asked for: a writer takes its lock at once, so it can wait for it."""

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options: Any = connection.get_execution_options()
        connection.exec_driver_sql(options.get("begin", "BEGIN"))

    return engine
