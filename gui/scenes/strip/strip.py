"""The compiled prompt at the foot of the page: each field's words, and the total."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QListView, QWidget

from gui import figures
from gui.bridge import Bridge
from gui.scenes.counts import Counts
from gui.scenes.document import SceneDocument
from gui.scenes.looks import Colours, ink_of
from gui.scenes.strip.bar import TokenBar
from gui.scenes.strip.delegate import PromptDelegate
from gui.scenes.strip.rows import PromptRows, RowRole, lines
from gui.theme.tokens import colour, theme
from gui.widgets.labels import label
from gui.widgets.layouts import column, row

PARTS, SHARE = 236, 96  # pixels of the two bars


class PromptStrip(QWidget):
    """A line that is chosen chooses its field."""

    def __init__(
        self,
        document: SceneDocument,
        counts: Counts,
        bridge: Bridge,
        colours: Callable[[], Colours],
    ) -> None:
        super().__init__()
        self._document, self._counts = document, counts
        self._bridge, self._colours = bridge, colours
        self.rows = PromptRows(self)
        self.list = self._make_list()
        self.parts, self.share = TokenBar(PARTS), TokenBar(SHARE)
        self.total, self.context = label("", "label"), label("", "small", 2)
        self._lay_out()
        counts.changed.connect(self.refresh)
        document.selected.connect(self._follow)
        theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self.rows.show_lines(lines(self._document.scene, self._counts.told))
        colours = self._colours()
        told = [one for one in self.rows.lines() if one.text]
        total = self._counts.told.total
        self.parts.show_parts([(ink_of(one.field, colours), one.tokens) for one in told], total)
        self._show_total(total)
        self._follow()

    def _show_total(self, total: int) -> None:
        exact = self._counts.told.exact
        words = (
            self.tr("%Ln tokens", "", total) if exact else self.tr("about %Ln tokens", "", total)
        )
        self.total.setText(words)
        length = self._context_length()
        self.share.setVisible(length is not None)
        self.context.setVisible(length is not None)
        if length is not None:
            self.share.show_parts([(colour("text_2"), min(total, length))], length)
            self.context.setText(self.tr("of {most}").format(most=figures.whole(length)))

    def _context_length(self) -> int | None:
        """Of the model that counted, else of the one that is loaded."""
        loaded = self._bridge.model
        return self._counts.told.context_length or (loaded.context_length if loaded else None)

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.rows)
        made.setItemDelegate(PromptDelegate(self.rows, self._colours, made))
        made.setAccessibleName(self.tr("Compiled prompt"))
        made.setMouseTracking(True)
        made.setUniformItemSizes(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.clicked.connect(self._choose)
        made.activated.connect(self._choose)
        return made

    def _lay_out(self) -> None:
        self.total.setProperty("strong", "true")
        title = label(self.tr("Compiled prompt"), "body")
        title.setProperty("strong", "true")
        figures_row = row(self.share, self.total, self.context, gap=6)
        head = row(title, self.parts, None, figures_row, gap=12, margins=(4, 0, 4, 0))
        self.setLayout(column(head, self.list, gap=8, margins=(16, 12, 16, 8)))

    def _choose(self, index: QModelIndex) -> None:
        self._document.select(index.data(RowRole).field.id)

    def _follow(self) -> None:
        field = self._document.chosen_field()
        at = [one.field.id for one in self.rows.lines()]
        if field is not None and field.id in at:
            self.list.setCurrentIndex(self.rows.index(at.index(field.id)))
        else:
            self.list.clearSelection()
