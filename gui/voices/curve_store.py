"""Sparklines of finished runs, read from the catalog as their cards come into view."""

from PySide6.QtCore import QObject, QTimer, Signal

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from gui import background
from gui.voices.curve import sparkline

Values = tuple[float, ...]


class CurveStore(QObject):
    """A finished run never changes, so each is read once, with others that are asked for."""

    loaded = Signal()

    def __init__(self, catalog: Catalog, parent: QObject) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._curves: dict[int, Values | None] = {}
        self._asked: list[int] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)

    def curve(self, run: int) -> Values | None:
        """The smoothed loss of a run; None while it is being read (``loaded`` follows)."""
        if run not in self._curves:
            self._curves[run] = None
            self._asked.append(run)
            self._soon.start()
        return self._curves[run]

    def _read(self) -> None:
        asked, self._asked = self._asked, []

        def read() -> dict[int, Values]:
            found = runs.steps_of(self._catalog, asked)
            return {run: sparkline(found.get(run, [])) for run in asked}

        background.run(read, self._take, owner=self)

    def _take(self, found: dict[int, Values]) -> None:
        self._curves.update(found)
        self.loaded.emit()
