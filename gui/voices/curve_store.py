"""Sparklines of finished runs, read from the catalog as their cards come into view."""

from PySide6.QtCore import QObject, Signal

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from gui import background
from gui.voices.curve import sparkline

Values = tuple[float, ...]


class CurveStore(QObject):
    """A finished run never changes, so each is read once."""

    loaded = Signal()

    def __init__(self, catalog: Catalog, parent: QObject) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._curves: dict[int, Values | None] = {}

    def curve(self, run: int) -> Values | None:
        """The smoothed loss of a run; None while it is being read (``loaded`` follows)."""
        if run not in self._curves:
            self._curves[run] = None
            background.run(
                lambda: sparkline(runs.steps(self._catalog, run)),
                lambda values: self._take(run, values),
                owner=self,
            )
        return self._curves[run]

    def _take(self, run: int, values: Values) -> None:
        self._curves[run] = values
        self.loaded.emit()
