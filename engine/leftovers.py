"""What a crash has left on disk and nobody needs any more."""

import shutil

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from engine.places import Places


def sweep_checkpoints(places: Places, catalog: Catalog) -> None:
    """Delete the checkpoints of runs whose voice is made: a crash came before their end.

    Those of a run that the catalog does not know stay: an older backup may have been
    restored, and they are somebody's work.
    """
    if not places.checkpoints.is_dir():
        return
    for folder in places.checkpoints.iterdir():
        if folder.name.isdigit() and _is_finished(catalog, int(folder.name)):
            shutil.rmtree(folder, ignore_errors=True)


def _is_finished(catalog: Catalog, run: int) -> bool:
    try:
        return runs.get(catalog, run).state == "finished"
    except LookupError:
        return False
