"""The cards as a Qt list model; progress changes one card without a reset."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.voices.card import Card, Key
from gui.voices.sentences import spoken

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """Rows are ``Card``s in the order in which they are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(card)
        return None

    def card(self, row: int) -> Card:
        return self._cards[row]

    def row_of(self, key: Key | None) -> int:
        """The row of a card, or -1."""
        return next((row for row, card in enumerate(self._cards) if card.key == key), -1)

    def show(self, cards: Sequence[Card]) -> bool:
        """Replace the cards; True when rows came, went or moved (a reset)."""
        if [card.key for card in cards] == [card.key for card in self._cards]:
            for row, card in enumerate(cards):
                self._put(row, card)
            return False
        self.beginResetModel()
        self._cards = list(cards)
        self.endResetModel()
        return True

    def advance(self, run: int, step: int, steps: int, seconds_left: float | None) -> None:
        """Show how far a run has come."""
        row = self.row_of(("run", run))
        if row >= 0:
            card = self._cards[row]
            changed = replace(
                card, step=step, steps=steps, seconds_left=seconds_left, state="running"
            )
            self._put(row, changed)

    def _put(self, row: int, card: Card) -> None:
        if card != self._cards[row]:
            self._cards[row] = card
            index = self.index(row)
            self.dataChanged.emit(index, index)
