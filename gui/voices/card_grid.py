"""The grid of voice cards: arrows move, Enter opens, Delete trashes, each has a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gui.theme.tokens import theme
from gui.voices.card import Card, Key
from gui.voices.card_delegate import CardDelegate
from gui.voices.card_layout import GAP, CardLayout, cell
from gui.voices.card_model import CardModel
from gui.voices.curve_store import CurveStore

SCROLL_BAR = 17  # kept free beside the cards, so that the bar moves nothing
BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class CardGrid(QListView):
    """Shows a ``CardModel``; keys name voices and runs."""

    chosen = Signal(object)  # the card that is selected now, or None
    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)  # a card, and where on the screen
    trash_wanted = Signal(object)

    def __init__(self, curves: CurveStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardModel(self)
        self._delegate = CardDelegate(curves.curve, self)
        self.setModel(self.cards)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Voices"))
        self._behave()
        self.doubleClicked.connect(lambda index: self.opened.emit(self.cards.card(index.row())))
        curves.loaded.connect(self.viewport().update)
        theme.changed.connect(self._fit)

    def _behave(self) -> None:
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these, keeping what is selected where it still exists."""
        key = self.current_key()
        if self.cards.show(cards):
            self.select(key)

    def current(self) -> Card | None:
        index = self.currentIndex()
        return self.cards.card(index.row()) if index.isValid() else None

    def current_key(self) -> Key | None:
        card = self.current()
        return card.key if card else None

    def select(self, key: Key | None) -> None:
        """Select a card; where it is gone, the first one."""
        row = max(self.cards.row_of(key), 0)
        if self.cards.rowCount():
            self.setCurrentIndex(self.cards.index(row))
        else:
            self.chosen.emit(None)

    def selectionChanged(  # noqa: N802 - Qt calls it
        self, selected: QItemSelection, deselected: QItemSelection
    ) -> None:
        super().selectionChanged(selected, deselected)
        if selected.count():
            self.chosen.emit(self.current())

    def menu_place(self, row: int) -> QRectF:
        """Where the menu button of a card lies, in the viewport."""
        return CardLayout(QRectF(self.visualRect(self.cards.index(row)))).menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card = self.current()
        if card and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(card)
        elif card and event.key() == Qt.Key.Key_Delete:
            self.trash_wanted.emit(card)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row, on_menu = self._at(event.position().toPoint())
        if on_menu and event.button() == Qt.MouseButton.LeftButton:
            self._open_menu(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        pointed = self._at(event.position().toPoint())
        if pointed != self._delegate.pointed:
            self._delegate.pointed = pointed
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            row = self.currentIndex().row()
        else:
            row = self.indexAt(event.pos()).row()
        if row >= 0:
            self._open_menu(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.keyboard_focus = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.select(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(507, 400)

    def _fit(self) -> None:
        self.setGridSize(cell(self.width() - GAP - SCROLL_BAR))

    def _at(self, point: QPoint) -> tuple[int, bool]:
        row = self.indexAt(point).row()
        return row, row >= 0 and self.menu_place(row).contains(point.toPointF())

    def _open_menu(self, row: int) -> None:
        corner = self.menu_place(row).bottomLeft().toPoint()
        self.menu_wanted.emit(self.cards.card(row), self.viewport().mapToGlobal(corner))
