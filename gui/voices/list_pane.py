"""The left pane of the Voices page: title, search, order, cards, and where to drop notes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.voices.card import Card, Order, arranged
from gui.voices.card_grid import CardGrid
from gui.voices.card_layout import GAP
from gui.voices.curve_store import CurveStore
from gui.voices.drop_area import DropArea
from gui.voices.import_button import ImportButton
from gui.voices.sentences import summary
from gui.widgets.buttons import primary
from gui.widgets.combo import Combo
from gui.widgets.icon_field import IconField
from gui.widgets.labels import label
from gui.widgets.layouts import column, row

EDGE = 16


class ListPane(QWidget):
    """``grid`` shows the cards that match the search, in the chosen order."""

    new_voice_wanted = Signal()
    folder_given = Signal(object)  # Path
    voice_given = Signal(object)  # Path of a voice from elsewhere

    def __init__(self, curves: CurveStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: Sequence[Card] = ()
        self.grid = CardGrid(curves)
        self.search = self._make_search()
        self.order = self._make_order()
        self.count = label("", "caption")
        self.drop_area = DropArea(
            self.tr("Drop a folder of notes here to train a new voice"), takes_voices=True
        )
        self.drop_area.setToolTip(
            self.tr("A zip of notes, or a voice that was exported, can be dropped here as well")
        )
        self.drop_area.folder_given.connect(self.folder_given)
        self.drop_area.voice_given.connect(self.voice_given)
        self.bring = ImportButton()
        self.bring.given.connect(self.voice_given)
        self._nothing = label("", tone=3, wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._nothing_found())
        self._lay_out()

    def show_cards(self, cards: Sequence[Card]) -> None:
        self._cards = cards
        self.count.setText(summary(list(cards)) if cards else "")
        self.search.setVisible(bool(cards))
        self.order.setVisible(bool(cards))
        self._arrange()

    def _make_search(self) -> IconField:
        made = IconField("search", self.tr("Search voices"))
        made.setPlaceholderText(self.tr("Search"))
        made.textChanged.connect(self._arrange)
        return made

    def _make_order(self) -> Combo:
        made = Combo(self.tr("Order of the voices"))
        orders: tuple[tuple[str, Order], ...] = (
            (self.tr("Last used"), "last_used"),
            (self.tr("Name"), "name"),
            (self.tr("Newest"), "created"),
            (self.tr("Size"), "size"),
        )
        for words, order in orders:
            made.addItem(words, order)
        made.currentIndexChanged.connect(self._arrange)
        return made

    def _nothing_found(self) -> QWidget:
        made = QWidget()
        made.setLayout(column(self._nothing, None, margins=(GAP, 8, EDGE, 0)))
        return made

    def _lay_out(self) -> None:
        new = primary(self.tr("New voice"), "plus")
        new.clicked.connect(self.new_voice_wanted)
        inset = (EDGE, 0, EDGE + 1, 0)
        title = label(self.tr("Voices"), "title")
        head = row(title, 4, self.count, None, self.bring, new, margins=inset)
        # The grid keeps the left edge and the scroll bar in its own margins.
        cards = row(self._stack, margins=(EDGE - GAP, 0, 0, 0))
        foot = row(self.drop_area, margins=(EDGE, 12, EDGE + 1, 16))
        tools = row(self.search, self.order, margins=inset)
        layout: QVBoxLayout = column(10, head, 10, tools, 12, cards, foot, gap=0)
        layout.setStretchFactor(cards, 1)
        self.setLayout(layout)

    def _arrange(self) -> None:
        words = self.search.text()
        found = arranged(self._cards, self.order.currentData(), words)
        self.grid.show_cards(found)
        if self._cards and not found:
            self._nothing.setText(self.tr("No voice matches “{words}”.").format(words=words))
        self._stack.setCurrentIndex(1 if self._cards and not found else 0)
