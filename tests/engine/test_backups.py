"""What happens to the catalog beside its use: copied, looked over, mended, told."""

import sqlite3
import threading
from collections.abc import Iterator

import pytest

from adapters.catalog import backup, check, conversations, messages, recovery, search
from adapters.catalog.database import Catalog
from engine.backups import Backups
from engine.catalog_check import CatalogCheck
from engine.messages import Event, Notice
from engine.places import Places
from tests.heard import Heard

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"


@pytest.fixture
def catalog(places: Places) -> Iterator[Catalog]:
    catalog = Catalog.open(places.catalog, places.backups)
    conversation = conversations.create(catalog, "").id
    messages.add(catalog, conversation, None, "owner", "frost in the garden")
    yield catalog
    catalog.close()


@pytest.fixture
def heard() -> Heard:
    return Heard()


def is_notice(event: Event) -> bool:
    return isinstance(event, Notice)


def test_the_catalog_is_copied_while_it_is_used(
    catalog: Catalog, places: Places, heard: Heard
) -> None:
    keeping = Backups(catalog, heard, every=0.01, settled=0.0)
    while not backup.existing(places.backups):
        pass
    keeping.close()
    assert len(backup.existing(places.backups)) == 1  # the next one is not due yet
    assert heard.events == []


def test_a_backup_that_fails_is_logged_and_no_more(
    catalog: Catalog, places: Places, heard: Heard, caplog: pytest.LogCaptureFixture
) -> None:
    places.backups.write_text("a file in the way")
    keeping = Backups(catalog, heard, every=0.01, settled=0.0)
    while "No copy of the catalog was made" not in caplog.text:
        pass
    keeping.close()


def test_an_index_that_lost_its_words_is_told_and_mended(catalog: Catalog, heard: Heard) -> None:
    with sqlite3.connect(catalog.path) as connection:
        connection.execute("INSERT INTO messages_words (messages_words) VALUES ('delete-all')")
    connection.close()
    assert search.find(catalog, "frost") == []
    keeping = Backups(catalog, heard, settled=0.0)
    notice = heard.wait_for(is_notice)
    assert isinstance(notice, Notice)
    assert "made anew" in str(notice.text)
    while not search.find(catalog, "frost"):
        pass
    keeping.close()
    assert check.search_index(catalog) == []


def test_damage_in_a_large_catalog_is_told_and_mended_at_the_next_start(
    catalog: Catalog, places: Places, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(50):
        messages.add(catalog, 1, None, "owner", f"{number} " * 500)
    backup.make(places.catalog, places.backups)
    catalog.close()
    monkeypatch.setattr(recovery, "SMALL", 0)  # as if too large to be checked at every start
    with places.catalog.open("r+b") as file:
        file.seek(-40_000, 2)
        file.write(b"\xff" * 20_000)
    opened = Catalog.open(places.catalog, places.backups)
    assert opened.notices == []
    keeping = Backups(opened, heard, settled=0.0)
    notice = heard.wait_for(is_notice)
    keeping.close()
    opened.close()
    assert isinstance(notice, Notice)
    assert "start it again" in str(notice.text)
    again = Catalog.open(places.catalog, places.backups)
    assert "was restored" in str(again.notices[0])
    again.close()


def test_a_small_catalog_was_read_whole_at_its_start(
    catalog: Catalog, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "WHOLE", "SELECT 'a fault'")
    CatalogCheck(catalog, heard).file()
    assert heard.events == []


def test_closing_interrupts_a_check(
    catalog: Catalog, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that would never end: ``close`` returns all the same, and nothing is told."""
    monkeypatch.setattr(recovery, "SMALL", 0)
    monkeypatch.setattr(check, "WHOLE", ENDLESS)
    keeping = Backups(catalog, heard, settled=0.0)
    while keeping._check._at_work is None:
        pass
    keeping.close()
    assert heard.events == []


@pytest.mark.usefixtures("catalog")
def test_closing_gives_up_a_copy(places: Places) -> None:
    closing = threading.Event()
    closing.set()
    with pytest.raises(InterruptedError):
        backup.make(places.catalog, places.backups, stop=closing.is_set)
    assert list(places.backups.iterdir()) == []
