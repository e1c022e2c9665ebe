"""Is the catalog whole, and does it agree with the files beside it?"""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from adapters.catalog import check, conversations
from adapters.catalog.database import Catalog
from adapters.catalog.records import Voice


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


def test_files_and_rows_are_compared(
    catalog: Catalog, tmp_path: Path, add_voice: Callable[..., Voice]
) -> None:
    folder = tmp_path / "voices"
    assert check.reconcile(catalog, folder) == []
    for name in ("here", "gone"):
        add_voice(name, path=name)
        (folder / name).mkdir(parents=True)
    assert check.reconcile(catalog, folder) == []
    shutil.rmtree(folder / "gone")
    (folder / "stray").mkdir()
    (folder / "a file").touch()
    said = [str(one) for one in check.reconcile(catalog, folder)]
    assert len(said) == 2
    assert "“gone”" in said[0]
    assert "stray" in said[1]
