"""What the Voices page knows: the cards from the catalog, kept up to date by events."""

from PySide6.QtCore import QObject, Signal

from adapters.catalog import models, runs, voices
from adapters.catalog.database import Catalog
from gui import background
from gui.context import Context
from gui.voices.card import Card, shown
from gui.voices.live_runs import LiveRuns


class Board(QObject):
    """``changed`` brings all cards; reads run off the GUI thread."""

    changed = Signal(list)

    def __init__(self, context: Context, live: LiveRuns, parent: QObject) -> None:
        super().__init__(parent)
        self._catalog = context.catalog
        self._reading = self._again = False
        context.news.voices.connect(self.refresh)
        live.begun.connect(self.refresh)
        live.ended.connect(self.refresh)

    def refresh(self, *_: object) -> None:
        """Read the cards anew; calls while a read is under way are made good by one more."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        catalog = self._catalog
        background.run(lambda: read(catalog), self._take, failed=self._failed, owner=self)

    def _take(self, cards: list[Card]) -> None:
        self._reading = False
        self.changed.emit(cards)
        if self._again:
            self._again = False
            self.refresh()

    def _failed(self, error: Exception) -> None:
        self._reading = False
        raise error


def read(catalog: Catalog) -> list[Card]:
    """All cards, voices in the order of last use."""
    names = {model.id: model.name for model in models.everything(catalog)}
    return shown(voices.everything(catalog), runs.everything(catalog), names)
