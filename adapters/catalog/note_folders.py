"""What the owner said about a folder of notes as a whole."""

import json
import os
from collections.abc import Iterable

from adapters.catalog.database import Catalog
from adapters.catalog.tables import NoteFolderRow


def owner_names(catalog: Catalog, folder: str | os.PathLike[str]) -> frozenset[str]:
    """The names under which the owner speaks in its conversations; none where none was chosen."""
    with catalog.reading() as session:
        row = session.get(NoteFolderRow, key_of(folder))
        return frozenset(json.loads(row.owner_names)) if row else frozenset()


def set_owner_names(
    catalog: Catalog, folder: str | os.PathLike[str], names: Iterable[str]
) -> None:
    """Keep who the owner is in this folder, instead of what was kept before."""
    kept = json.dumps(sorted(set(names)), ensure_ascii=False)
    with catalog.session() as session:
        session.merge(NoteFolderRow(folder=key_of(folder), owner_names=kept))


def key_of(folder: str | os.PathLike[str]) -> str:
    """One spelling for each folder, so that ``notes/`` and ``notes`` are the same."""
    return os.path.abspath(folder)  # noqa: PTH100 (a folder that is gone has a key too)
