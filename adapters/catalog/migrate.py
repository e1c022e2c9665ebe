"""Bring a catalog file up to this version's tables, all in one transaction."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from adapters.catalog.tables import HEAD
from adapters.errors import UserError
from adapters.wording import phrase

MIGRATIONS = Path(__file__).parent / "migrations"


def schema_of(connection: sqlite3.Connection) -> str | None:
    """The migration that the file stands at; None for a file without tables."""
    found = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    ).fetchone()
    if found is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def refuse_newer(schema: str | None, head: str = HEAD) -> None:
    """Raise ``UserError`` for a file that a later Timbre has changed."""
    if schema is not None and schema > head:
        raise UserError(
            phrase("errors", "This data folder was not opened."),
            phrase("errors", "A newer version of Timbre has used it."),
            phrase("errors", "Install the newest Timbre, or choose another data folder."),
        )


def upgrade(connection: Connection, migrations: Path = MIGRATIONS) -> None:
    """Run the missing migrations on ``connection``, inside its transaction.

    Raises whatever a migration raises; the caller's transaction then rolls all back.
    """
    # alembic costs a third of a second, and an up-to-date catalog never needs it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    # ConfigParser reads "%" as the start of a reference.
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
