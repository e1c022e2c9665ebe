"""Bring a catalog file up to this version's tables, all in one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from adapters.catalog.problems import in_plain_words
from adapters.catalog.tables import HEAD
from adapters.errors import UserError
from adapters.wording import phrase

MIGRATIONS = Path(__file__).parent / "migrations"
NOT_OPENED = phrase("errors", "This data folder was not opened.")


def schema_of(connection: sqlite3.Connection) -> str | None:
    """The migration that the file stands at; None for a file without tables."""
    found = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    ).fetchone()
    if found is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def refuse_newer(schema: str | None) -> None:
    """Raise ``UserError`` for a file that a later Timbre has changed."""
    if schema is not None and schema > HEAD:
        raise UserError(
            NOT_OPENED,
            phrase("errors", "A newer version of Timbre has used it."),
            phrase("errors", "Install the newest Timbre, or choose another data folder."),
        )


@contextmanager
def failure_in_plain_words(path: Path) -> Iterator[None]:
    """Whatever a migration raises becomes a ``UserError``; the cause goes to the log."""
    try:
        with in_plain_words(path, NOT_OPENED):
            yield
    except UserError:
        raise
    except Exception as error:
        raise UserError(
            NOT_OPENED,
            phrase("errors", "It could not be brought up to date; all of it is as it was."),
            phrase("errors", "Try again, or go back to the version of Timbre that you had."),
        ) from error


def upgrade(connection: Connection) -> None:
    """Run the missing migrations on ``connection``, inside its transaction.

    Raises whatever a migration raises; the caller's transaction then rolls all back.
    """
    # alembic costs a third of a second, and an up-to-date catalog never needs it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    # ConfigParser reads "%" as the start of a reference.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def check_links(connection: Connection) -> None:
    """Raise ``ValueError`` when a row points to one that is not there."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise ValueError(f"a row of {broken[0]} points to a missing row of {broken[2]}")
