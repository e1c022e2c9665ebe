"""Is the catalog whole, and does the full-text index hold what the texts say?"""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path

from adapters.catalog import recovery
from adapters.catalog.database import Catalog
from adapters.catalog.problems import suspect

INDEXES = ("messages_words", "conversations_words", "words_parts")
WHOLE = "PRAGMA integrity_check"

# Holds a connection while it works, so that another thread may interrupt it.
Watch = Callable[[sqlite3.Connection], AbstractContextManager[object]]


def integrity(catalog: Catalog, watch: Watch = nullcontext) -> list[str]:
    """Read the whole file; give back SQLite's own words for each fault.

    Takes about a second for 100 MB and blocks nobody. A fault makes the next start restore
    a backup. Raises ``sqlite3.Error`` where it could not be done or was interrupted.
    """
    with recovery.read_only(catalog.path) as connection, watch(connection):
        try:
            faults = [str(row[0]) for row in connection.execute(WHOLE)]
        except sqlite3.OperationalError:  # no fault of the file: locked, or interrupted
            raise
        except sqlite3.DatabaseError as error:
            faults = [str(error)]
        if faults != ["ok"]:
            suspect(catalog.path)
            return faults
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [f"a row of {row[0]} points to a missing row of {row[2]}" for row in broken]


def search_index(
    catalog: Catalog, watch: Watch = nullcontext, copy: Path | None = None
) -> list[str]:
    """Compare the full-text index with the texts; others cannot write meanwhile.

    So a large catalog (15 s for 700 MB) is better looked at in a fresh ``copy`` of it.
    """
    faults = []
    with closing(sqlite3.connect(copy or catalog.path, timeout=10.0)) as connection:
        for index in INDEXES:
            check = f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"
            try:
                with connection, watch(connection):
                    connection.execute(check)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError as error:
                faults.append(f"{index}: {error}")
    return faults


def rebuild_search_index(catalog: Catalog, watch: Watch = nullcontext) -> None:
    """Make the full-text index anew from the texts; others cannot write meanwhile.

    One that is interrupted stays as it was. Raises ``sqlite3.Error``.
    """
    with closing(sqlite3.connect(catalog.path, timeout=10.0)) as connection:
        for index in INDEXES:
            with connection, watch(connection):
                connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
