"""Copies of the catalog while it is in use, and a look over it, on a thread that mostly sleeps."""

import logging
import sqlite3
import threading
from collections.abc import Callable

from adapters.catalog import backup
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from engine.catalog_check import CatalogCheck
from engine.worker import Emit

log = logging.getLogger(__name__)

_EVERY = 300.0  # seconds; whether a copy is due is decided there
_SETTLED = 60.0  # seconds after the start: a model has been loaded by then


class Backups:
    """Keeps the catalog's copies up to date until closed; a full disk is logged, no more.

    Once, after the start, it has a large catalog read whole, and the search index compared
    with the texts in the first copy that is made.
    """

    def __init__(
        self, catalog: Catalog, emit: Emit, every: float = _EVERY, settled: float = _SETTLED
    ) -> None:
        self._catalog = catalog
        self._check = CatalogCheck(catalog, emit)
        self._index_is_checked = False
        self._every = every
        self._closing = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(settled,), name="timbre-backups", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """End at once: a copy or a check that is under way is given up."""
        self._closing.set()
        while self._thread.is_alive():
            self._check.stop()
            self._thread.join(0.05)

    def _run(self, settled: float) -> None:
        if not self._closing.wait(settled):
            self._try("The catalog was not checked", self._check.file)
        while not self._closing.is_set():
            self._try("No copy of the catalog was made", self._copy)
            self._closing.wait(self._every)

    def _copy(self) -> None:
        catalog = self._catalog
        if catalog.backups is None:
            return
        made = backup.keep_up(catalog.path, catalog.backups, stop=self._closing.is_set)
        if made is not None and not self._index_is_checked:
            self._index_is_checked = True
            self._try("The search index was not checked", lambda: self._check.index(made))

    def _try(self, otherwise: str, work: Callable[[], None]) -> None:
        try:
            work()
        except (UserError, OSError, sqlite3.Error) as error:
            if not self._closing.is_set():
                log.warning("%s: %s", otherwise, error)
