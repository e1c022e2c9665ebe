"""What the Voices page knows: the cards from the catalog, kept up to date by events."""

from collections.abc import Container
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from adapters.catalog import blends, models, runs, tags, verdicts, voices
from adapters.catalog.database import Catalog
from engine.messages import ModelChanged
from gui import background
from gui.context import Context
from gui.voices.card import Card, shown
from gui.voices.live_runs import LiveRuns
from gui.voices.new_notes import NewNotesWatch


class Board(QObject):
    """``changed`` brings all cards; reads run off the GUI thread."""

    changed = Signal(list)

    def __init__(
        self, context: Context, live: LiveRuns, new_notes: NewNotesWatch, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._catalog, self._live = context.catalog, live
        self._bridge, self._new_notes = context.bridge, new_notes
        self._cards: list[Card] = []
        new_notes.changed.connect(self._tell)
        context.bridge.event.connect(self._hear)
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
        catalog, live = self._catalog, frozenset(one.run for one in self._live.all())
        background.run(lambda: read(catalog, live), self._take, failed=self._failed, owner=self)

    def _take(self, cards: list[Card]) -> None:
        self._reading = False
        self._cards = cards
        self._tell()
        if self._again:
            self._again = False
            self.refresh()

    def _tell(self) -> None:
        """The cards, with what is known besides the catalog."""
        self.changed.emit([self._as_now(card) for card in self._cards])

    def _as_now(self, card: Card) -> Card:
        if card.state is not None:
            return card
        model = self._bridge.model
        elsewhere = model is not None and model.fingerprint != card.fingerprint
        new = self._new_notes.of(card.key[1]) if card.is_voice else 0
        return replace(card, elsewhere=elsewhere, new_notes=new)

    def _hear(self, event: object) -> None:
        if isinstance(event, ModelChanged):
            self._tell()

    def _failed(self, error: Exception) -> None:
        self._reading = False
        raise error


def read(catalog: Catalog, live: Container[int]) -> list[Card]:
    """All cards, voices in the order of last use; ``live`` are the runs under way."""
    names = {model.id: model.name for model in models.everything(catalog)}
    found = voices.everything(catalog)
    judged = verdicts.of(catalog, (voice.version.id for voice in found))
    tagged = tags.of_voices(catalog)
    mixed = blends.everything(catalog)
    cards = shown(found, runs.everything(catalog), names, live, judged, mixed)
    return [
        replace(card, tags=tagged.get(card.key[1], ())) if card.is_voice else card
        for card in cards
    ]
