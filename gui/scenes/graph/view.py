"""The graph of a scene: cards, frames and links, with the zoom at its foot."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from gui.scenes.document import SceneDocument
from gui.scenes.graph.acts import GraphActs, described
from gui.scenes.graph.canvas import BY, Canvas
from gui.scenes.graph.card import Card
from gui.scenes.graph.link_popover import LinkPopover
from gui.scenes.graph.stage import Stage
from gui.scenes.graph.zoom_bar import ZoomBar
from gui.scenes.looks import Colours
from gui.theme.tokens import px, theme
from gui.widgets.layouts import column


class SceneGraph(QWidget):
    """Shows the document and its selection, and changes both only through it."""

    add_wanted = Signal(QPointF)  # a place of the document, double-clicked
    edit_wanted = Signal(str)
    delete_wanted = Signal()

    def __init__(
        self,
        document: SceneDocument,
        counts: Callable[[str], int | None],
        colours: Callable[[], Colours],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.stage = Stage(document, counts, colours, self)
        self.canvas = Canvas(self.stage, document)
        self.acts = GraphActs(document, self.stage, self)
        self.zoom_bar = ZoomBar()
        self.zoom_bar.setParent(self)
        self.setLayout(column(self.canvas, gap=0))
        self.canvas.setAccessibleName(self.tr("Graph of the scene"))
        self._new = False
        self._fits = True  # everything is kept on screen until the owner zooms or scrolls
        self._connect()
        self._describe()

    def refresh_counts(self) -> None:
        self.stage.refresh_counts()

    def refresh_looks(self) -> None:
        """Voices have other colours, or the look changed."""
        self.canvas.resetCachedContent()
        self.stage.refresh_looks()
        self.canvas.viewport().update()

    def reveal(self, id: str) -> None:
        """Scroll to the card of a field."""
        item = self.stage.item_of(id)
        if item is not None:
            self.canvas.ensureVisible(item)

    def edit_link(self, id: str) -> LinkPopover | None:
        """Open what a link says, beside its middle."""
        link, item = self._document.link(id), self.stage.links.get(id)
        if link is None or item is None:
            return None
        card = LinkPopover(self, self._document, link)
        middle = self.canvas.mapFromScene(item.boundingRect().center())
        place = self.canvas.viewport().mapTo(self.window(), middle)
        card.open_at(place + QPoint(px(8), px(8)))
        return card

    def _connect(self) -> None:
        canvas, bar = self.canvas, self.zoom_bar
        canvas.linked.connect(self._link)
        canvas.ground_clicked.connect(lambda at: self.add_wanted.emit(at / theme.scale))
        canvas.opened.connect(self._open)
        canvas.menu_wanted.connect(lambda at: self.acts.menu(self, at, self.delete_wanted.emit))
        canvas.delete_wanted.connect(self.delete_wanted)
        canvas.zoomed.connect(bar.show_zoom)
        bar.in_wanted.connect(lambda: canvas.zoom(BY))
        bar.out_wanted.connect(lambda: canvas.zoom(1 / BY))
        bar.fit_wanted.connect(canvas.fit)
        canvas.taken.connect(self._take)
        self._document.opened.connect(self._begin)
        self._document.changed.connect(self._show_new)
        self._document.selected.connect(self._describe)
        theme.changed.connect(self.refresh_looks)

    def _begin(self) -> None:
        """Another document comes with the next change."""
        self._fits = self._new = True

    def _show_new(self) -> None:
        if self._new:
            self._new = False
            self._fit()

    def _take(self) -> None:
        """The owner has chosen what to look at."""
        self._fits = False

    def _fit(self) -> None:
        if self._fits and self.isVisible():
            self.canvas.fit()

    def _open(self, id: str) -> None:
        item = self.stage.cards.get(id)
        if id in self.stage.links:
            self.edit_link(id)
        elif isinstance(item, Card) and item.field.type == "scene" and item.field.fields:
            self.acts.fold()
        else:
            self.edit_wanted.emit(id)

    def _link(self, source: str, target: str) -> None:
        made = self.acts.link(source, target)
        if made is not None:
            self.edit_link(made)

    def _describe(self) -> None:
        self.canvas.setAccessibleDescription(described(self._document))
        chosen = self._document.chosen_field()
        if chosen is not None and not self._fits and not self.canvas.hasFocus():
            self.reveal(chosen.id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoom_bar.adjustSize()
        size = self.zoom_bar.size()
        self.zoom_bar.move(
            self.width() - size.width() - px(16), self.height() - size.height() - px(14)
        )
        self.zoom_bar.raise_()
        self._fit()
