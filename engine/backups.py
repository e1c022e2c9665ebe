"""Copies of the catalog while it is in use, on a thread that mostly sleeps."""

import logging
import sqlite3
import threading

from adapters.catalog import backup
from adapters.catalog.database import Catalog
from adapters.errors import UserError

log = logging.getLogger(__name__)

_EVERY = 300.0  # seconds; whether a copy is due is decided there


class Backups:
    """Keeps the catalog's copies up to date until closed; a full disk is logged, no more."""

    def __init__(self, catalog: Catalog, every: float = _EVERY) -> None:
        self._catalog = catalog
        self._every = every
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="timbre-backups", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._closing.wait(self._every):
            try:
                if self._catalog.backups is not None:
                    backup.keep_up(self._catalog.path, self._catalog.backups)
            except (UserError, OSError, sqlite3.Error) as error:
                log.warning("No copy of the catalog was made: %s", error)
