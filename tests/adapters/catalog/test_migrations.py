"""Migrations: from the first schema, all or nothing, and never backwards."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from adapters.catalog import (
    backup,
    check,
    conversations,
    database,
    messages,
    migrate,
    runs,
    search,
    trash,
    voices,
)
from adapters.catalog.database import Catalog
from adapters.catalog.tables import HEAD, Base
from adapters.errors import UserError

NEXT = f"{int(HEAD) + 1:04}"
FIRST = Path(__file__).parent / "first_schema.sql"
LATER = """
from alembic import op

revision = "{next}"
down_revision = "{head}"

def upgrade():
    op.execute("ALTER TABLE conversations ADD COLUMN pinned BOOLEAN NOT NULL DEFAULT 0")
    op.execute("UPDATE conversations SET title = 'changed'")
    {end}
"""


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A catalog as the first Timbre left it, with one of everything."""
    path = tmp_path / "catalog.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(FIRST.read_text(encoding="utf-8"))
    connection.close()
    return path


def opened(path: Path) -> Catalog:
    return Catalog.open(path, path.parent / "backups")


def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    """As if this Timbre had one migration more."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    source = LATER.format(next=NEXT, head=HEAD, end=end)
    (folder / "versions" / f"{NEXT}_later.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    monkeypatch.setattr(database, "HEAD", NEXT)
    monkeypatch.setattr(migrate, "HEAD", NEXT)


def test_the_first_schema_opens_with_everything_in_it(first: Path) -> None:
    catalog = opened(first)
    try:
        [conversation] = conversations.page(catalog)
        assert conversation.title == "Письма о саде"
        assert [m.text for m in messages.thread(catalog, conversation.id)] == [
            "Когда был первый мороз?",
            "In early October.",
        ]
        assert voices.everything(catalog)[0].version.targets == ("q_proj", "v_proj")
        assert {hit.message for hit in search.find(catalog, "мороз")} == {1}
        assert {hit.message for hit in search.find(catalog, "ctob")} == {2}
        assert check.integrity(catalog) == []
        assert check.search_index(catalog) == []
    finally:
        catalog.close()


def test_a_run_that_was_removed_lies_in_the_trash(first: Path) -> None:
    """The first Timbre only marked it, and nothing could bring it back."""
    with sqlite3.connect(first) as connection:
        connection.execute("INSERT INTO runs SELECT 2, " + _but_the_id(connection))
        connection.execute("UPDATE runs SET state = 'stopped', voice = NULL WHERE id = 2")
    connection.close()
    catalog = opened(first)
    assert [run.id for run in runs.everything(catalog)] == [1]
    listed = [(item.id, item.name) for item in trash.items(catalog) if item.kind == "run"]
    assert listed == [(2, "Anna")]
    runs.restore(catalog, 2)
    assert runs.get(catalog, 2).state == "paused"
    assert runs.get(catalog, 1).state == "finished"
    catalog.close()


def _but_the_id(connection: sqlite3.Connection) -> str:
    columns = [row[1] for row in connection.execute("PRAGMA table_info(runs)")]
    return ", ".join(columns[1:]) + " FROM runs WHERE id = 1"


def shape(connection: sqlite3.Connection) -> dict[str, object]:
    """Columns, links and indexes of every table that the program knows."""
    found: dict[str, object] = {}
    for table in Base.metadata.tables:
        for about in ("table_info", "foreign_key_list"):
            rows = connection.execute(f"PRAGMA {about}({table})").fetchall()
            found[f"{table} {about}"] = sorted(row[1:] for row in rows)
        indexes = connection.execute(f"PRAGMA index_list({table})").fetchall()
        for _, name, unique, origin, partial in indexes:
            columns = connection.execute(f"PRAGMA index_info({name})").fetchall()
            key = name if origin == "c" else f"{table} {columns}"
            found[key] = (unique, origin, partial, columns)
    return found


def test_the_tables_are_what_the_migrations_make(catalog: Catalog) -> None:
    declared = sqlite3.connect(":memory:")
    for table in Base.metadata.tables.values():
        for part in (CreateTable(table), *(CreateIndex(index) for index in table.indexes)):
            declared.execute(str(part.compile(dialect=sqlite.dialect())))
    migrated = sqlite3.connect(catalog.path)
    assert shape(migrated) == shape(declared)
    declared.close()
    migrated.close()


def test_head_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_a_migration_is_run_after_a_backup(
    first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(tmp_path, monkeypatch, "pass")
    catalog = opened(first)
    assert conversations.page(catalog)[0].title == "changed"
    catalog.close()
    [copy] = backup.existing(tmp_path / "backups")
    assert f"before-{NEXT}" in copy.name
    with sqlite3.connect(copy) as connection:
        titles = [row[0] for row in connection.execute("SELECT title FROM conversations")]
        assert titles == ["Письма о саде", ""]
        assert migrate.schema_of(connection) == "0001"
    connection.close()


@pytest.mark.parametrize("end", ["op.execute('SELECT * FROM nowhere')", "1 / 0"])
def test_a_migration_that_fails_changes_nothing(
    first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    later(tmp_path, monkeypatch, end)
    with pytest.raises(UserError, match="all of it is as it was"):
        opened(first)
    [copy] = backup.existing(tmp_path / "backups")
    assert f"before-{NEXT}" in copy.name
    monkeypatch.undo()
    catalog = opened(first)
    assert conversations.page(catalog)[0].title == "Письма о саде"
    catalog.close()


def test_a_link_broken_by_a_migration_rolls_it_back(
    first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(tmp_path, monkeypatch, "op.execute('DELETE FROM conversations')")
    with pytest.raises(UserError, match="could not be brought up to date"):
        opened(first)
    monkeypatch.undo()
    catalog = opened(first)
    assert len(conversations.page(catalog)) == 1
    catalog.close()


def test_a_newer_catalog_is_refused_and_not_touched(first: Path) -> None:
    with sqlite3.connect(first) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0099'")
    connection.close()
    before = first.read_bytes()
    for open_it in (opened, Catalog.open_reading):
        with pytest.raises(UserError, match="newer version"):
            open_it(first)
    assert first.read_bytes() == before


def test_migrations_are_found_in_a_folder_with_odd_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "100% мои" / "migrations"
    shutil.copytree(migrate.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    opened(tmp_path / "new.sqlite").close()
