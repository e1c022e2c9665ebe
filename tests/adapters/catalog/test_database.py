"""The catalog file: how it is opened, and who may use it at once."""

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from adapters.catalog import conversations, models
from adapters.catalog.database import Catalog
from adapters.errors import UserError

ROOT = Path(__file__).parents[3]


def test_every_connection_is_durable_and_keeps_its_links(catalog: Catalog) -> None:
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
    for open_session in (catalog.session, catalog.reading):
        with open_session() as session:
            for name, value in expected.items():
                assert session.scalar(text(f"PRAGMA {name}")) == value


def test_an_error_rolls_everything_back(catalog: Catalog) -> None:
    made = conversations.create(catalog, "").id

    def change_and_fail() -> None:
        with catalog.session() as session:
            conversations.change(session, made, title="half done")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    assert conversations.get(catalog, made).title == ""


def test_many_threads_write_at_once(catalog: Catalog) -> None:
    def write() -> None:
        for _ in range(20):
            conversations.create(catalog, threading.current_thread().name)

    threads = [threading.Thread(target=write, name=str(i)) for i in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    page = conversations.page(catalog, limit=1000)
    assert sorted(c.instruction for c in page) == sorted(
        str(i) for i in range(6) for _ in range(20)
    )


def test_a_reader_does_not_wait_for_a_writer(catalog: Catalog) -> None:
    made = conversations.create(catalog, "").id
    with catalog.session() as session:
        conversations.change(session, made, title="not yet")
        assert conversations.get(catalog, made).title == ""
    assert conversations.get(catalog, made).title == "not yet"


def test_reading_beside_an_open_catalog(catalog: Catalog) -> None:
    models.add(catalog, "a", "gguf", "/a", 1, None)
    beside = Catalog.open_reading(catalog.path)
    try:
        assert [m.name for m in models.everything(beside)] == ["a"]
        models.add(catalog, "b", "gguf", "/b", 1, None)
        assert [m.name for m in models.everything(beside)] == ["a", "b"]
        with pytest.raises(UserError):
            models.add(beside, "c", "gguf", "/c", 1, None)
    finally:
        beside.close()


def test_reading_where_nothing_is_yet(tmp_path: Path) -> None:
    beside = Catalog.open_reading(tmp_path / "none" / "catalog.sqlite")
    try:
        assert models.everything(beside) == []
        assert conversations.page(beside) == []
    finally:
        beside.close()
    assert not (tmp_path / "none").exists()


def test_reading_an_old_catalog_asks_to_open_the_window(catalog: Catalog) -> None:
    catalog.close()
    with sqlite3.connect(catalog.path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.close()
    with pytest.raises(UserError, match="older version"):
        Catalog.open_reading(catalog.path)


def test_closing_leaves_one_file(catalog: Catalog) -> None:
    conversations.create(catalog, "")
    catalog.close()
    assert [p.name for p in catalog.path.parent.iterdir() if p.is_file()] == ["catalog.sqlite"]


def test_a_folder_with_odd_letters(tmp_path: Path) -> None:
    folder = tmp_path / "Мои данные 100% #1?"
    for instruction in ("first", "second"):
        catalog = Catalog.open(folder / "catalog.sqlite", folder / "backups")
        conversations.create(catalog, instruction)
        catalog.close()
    reading = Catalog.open_reading(folder / "catalog.sqlite")
    assert [c.instruction for c in conversations.page(reading)] == ["second", "first"]
    reading.close()


def test_an_up_to_date_catalog_is_opened_without_alembic(catalog: Catalog) -> None:
    catalog.close()
    code = (
        "import sys; from pathlib import Path\n"
        "from adapters.catalog.database import Catalog\n"
        "from adapters.catalog import conversations, search\n"
        "catalog = Catalog.open(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "conversations.page(catalog); search.find(catalog, 'a'); catalog.close()\n"
        "heavy = {'alembic', 'torch', 'PySide6', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(catalog.path), str(catalog.backups)], cwd=ROOT, check=True
    )
