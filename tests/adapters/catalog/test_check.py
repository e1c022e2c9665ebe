"""Is the catalog whole?"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from adapters.catalog import backup, check, conversations, messages, search
from adapters.catalog.database import Catalog


def test_a_sound_catalog_has_no_faults(catalog: Catalog) -> None:
    conversations.create(catalog, "")
    assert check.integrity(catalog) == []
    assert check.search_index(catalog) == []


def test_a_link_to_nowhere_is_found(catalog: Catalog) -> None:
    connection = sqlite3.connect(catalog.path)
    connection.execute("INSERT INTO speakers VALUES (7, 8)")
    connection.commit()
    connection.close()
    assert len(check.integrity(catalog)) == 2
    assert "speakers" in check.integrity(catalog)[0]


def test_the_index_of_a_copy_is_compared_without_holding_up_the_catalog(
    catalog: Catalog, tmp_path: Path
) -> None:
    conversation = conversations.create(catalog, "").id
    messages.add(catalog, conversation, None, "owner", "frost in the garden")
    copy = backup.make(catalog.path, tmp_path / "copies")
    before = copy.read_bytes()
    with catalog.session():  # somebody writes meanwhile
        assert check.search_index(catalog, copy=copy) == []
    assert copy.read_bytes() == before
    connection = sqlite3.connect(copy)
    connection.execute("INSERT INTO messages_words (messages_words) VALUES ('delete-all')")
    connection.commit()
    connection.close()
    assert [fault[:15] for fault in check.search_index(catalog, copy=copy)] == ["messages_words:"]
    assert check.search_index(catalog) == []


def test_making_the_index_anew_can_be_interrupted(catalog: Catalog) -> None:
    @contextmanager
    def interrupted(connection: sqlite3.Connection) -> Iterator[None]:
        connection.set_progress_handler(lambda: 1, 1)
        yield
        connection.set_progress_handler(None, 1)

    conversation = conversations.create(catalog, "").id
    for number in range(50):
        messages.add(catalog, conversation, None, "owner", f"frost {number} in the garden")
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        check.rebuild_search_index(catalog, interrupted)
    assert check.search_index(catalog) == []
    assert len(search.find(catalog, "frost")) == 50
