"""Looking the catalog over while it is in use, and telling the owner what was found."""

import logging
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from adapters.catalog import check
from adapters.catalog.database import Catalog
from adapters.wording import Phrase, phrase
from engine.messages import Notice
from engine.worker import Emit

log = logging.getLogger(__name__)


class CatalogCheck:
    """Works on one thread; ``stop`` is called from another. Raises ``sqlite3.Error``."""

    def __init__(self, catalog: Catalog, emit: Emit) -> None:
        self._catalog = catalog
        self._emit = emit
        self._lock = threading.Lock()
        self._at_work: sqlite3.Connection | None = None

    def file(self) -> None:
        """Read all of a catalog that was too large for it at the start."""
        if not self._catalog.needs_check:
            return
        faults = check.integrity(self._catalog, self._watched)
        log.info("The catalog was read whole; faults: %s", len(faults))
        if faults:
            self._tell(
                faults,
                phrase(
                    "errors",
                    "The catalog file is damaged. Close Timbre and start it again: it restores "
                    "the newest good backup.",
                ),
            )

    def index(self, copy: Path) -> None:
        """Compare the index of a fresh copy with its texts; mend that of the catalog."""
        faults = check.search_index(self._catalog, self._watched, copy)
        if not faults:
            return
        self._tell(
            faults,
            phrase(
                "errors",
                "Search did not find all that was written. Its index is being made anew; "
                "your texts are whole.",
            ),
        )
        check.rebuild_search_index(self._catalog, self._watched)
        log.info("The search index was made anew")

    def stop(self) -> None:
        """Interrupt what is under way; call it again until the thread has ended."""
        with self._lock:
            if self._at_work is not None:
                self._at_work.interrupt()

    def _tell(self, faults: list[str], notice: Phrase) -> None:
        log.error("%s %s", notice, "; ".join(faults[:20]))
        self._emit(Notice(notice))

    @contextmanager
    def _watched(self, connection: sqlite3.Connection) -> Iterator[None]:
        with self._lock:
            self._at_work = connection
        try:
            yield
        finally:
            with self._lock:
                self._at_work = None
