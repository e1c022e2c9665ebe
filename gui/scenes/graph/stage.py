"""Everything that is drawn: cards, frames and links kept equal to the document, piece by piece."""

from collections.abc import Callable, Collection, Iterable, Iterator
from math import ceil

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsObject, QGraphicsScene

from engine.scene.model import Field, Scene
from engine.scene.placing import placed
from gui.scenes.document import SceneDocument
from gui.scenes.graph.card import Card
from gui.scenes.graph.frame import Frame
from gui.scenes.graph.link_item import LinkItem
from gui.scenes.graph.placing import Place, cards_inside, is_open, kept_places, places, shown
from gui.scenes.graph.wiring import Wiring
from gui.scenes.looks import Colours
from gui.theme.tokens import theme

AROUND = 200  # pixels of empty ground around everything


class Stage(QGraphicsScene):
    """An item is touched only where its field or link is another object than before."""

    def __init__(
        self,
        document: SceneDocument,
        counts: Callable[[str], int | None],
        colours: Callable[[], Colours],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._counts, self._colours = document, counts, colours
        self.cards: dict[str, Card] = {}
        self.frames: dict[str, Frame] = {}
        self.links: dict[str, LinkItem] = {}
        self._inside: dict[str, tuple[str, ...]] = {}  # the cards of each frame
        self._directly: dict[str, list[str]] = {}  # cards and frames just inside of each
        self._wiring = Wiring(Scene(), ())
        self._places: dict[str, Place] = {}  # of the cards, in the document's pixels
        self._busy = False  # it changes the selection itself
        # Cards move all the time and are few: a tree of places costs more than it saves.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        document.changed.connect(self.refresh)
        document.selected.connect(self._select)
        self.selectionChanged.connect(self._selected)
        self.refresh()

    # --- from the document ----------------------------------------------------------------

    def refresh(self) -> None:
        """Show the document as it is now."""
        scene, self._busy = self._document.scene, True
        fields = {one.id: one for one in shown(scene.fields)}
        self._keep_cards({id: one for id, one in fields.items() if not is_open(one)})
        self._keep_frames({id: one for id, one in fields.items() if is_open(one)})
        self._put_cards(scene)
        self._wiring = Wiring(scene, fields.keys())
        self._keep_links(scene)
        self._busy = False
        self._lay_frames(self.frames)
        self._lay_links(self.links)
        self._grow()
        self._select()

    def refresh_counts(self) -> None:
        for id, card in self.cards.items():
            card.show_tokens(self._counts(id))

    def refresh_looks(self) -> None:
        """Other colours or sizes: everything anew."""
        for items in (self.cards, self.frames, self.links):
            for item in list(items.values()):
                self.removeItem(item)
            items.clear()
        self.refresh()

    def _keep_cards(self, fields: dict[str, Field]) -> None:
        for id in self.cards.keys() - fields.keys():
            self.removeItem(self.cards.pop(id))
        for id, field in fields.items():
            if id not in self.cards:
                self.cards[id] = Card(field, self._colours())
                self.addItem(self.cards[id])
            elif self.cards[id].field is not field:
                self.cards[id].show_field(field)
            self.cards[id].show_tokens(self._counts(id))

    def _keep_frames(self, fields: dict[str, Field]) -> None:
        for id in self.frames.keys() - fields.keys():
            self.removeItem(self.frames.pop(id))
        for id, field in fields.items():
            if id not in self.frames:
                self.frames[id] = frame = Frame(field, self._colours())
                self.addItem(frame)
            elif self.frames[id].field is not field:
                self.frames[id].show_field(field)
        self._inside = {id: self._seen_in(field) for id, field in fields.items()}
        self._directly = {id: [one.id for one in field.fields] for id, field in fields.items()}

    def _seen_in(self, field: Field) -> tuple[str, ...]:
        return tuple(id for id in cards_inside(field) if id in self.cards)

    def _put_cards(self, scene: Scene) -> None:
        scale = theme.scale
        sizes = {id: _unscaled(card.size, scale) for id, card in self.cards.items()}
        self._places = places(scene, sizes)
        for id, (x, y) in self._places.items():
            self.cards[id].setPos(x * scale, y * scale)

    def _keep_links(self, scene: Scene) -> None:
        links = {one.id: one for one in scene.links if one.id in self._wiring.ends}
        for id in self.links.keys() - links.keys():
            self.removeItem(self.links.pop(id))
        for id, link in links.items():
            if id not in self.links:
                self.links[id] = LinkItem(link)
                self.addItem(self.links[id])
            elif self.links[id].link is not link:
                self.links[id].show_link(link)

    # --- where things are -----------------------------------------------------------------

    def item_of(self, id: str) -> Card | Frame | None:
        """The card or frame of a field; of what it lies in where that is closed."""
        seen = self._wiring.stands_for.get(id)
        return self.cards.get(seen) or self.frames.get(seen) if seen else None

    def place_of(self, card: Card) -> tuple[float, float]:
        """As the document keeps it."""
        return round(card.x() / theme.scale), round(card.y() / theme.scale)

    def carried(self, ids: tuple[str, ...]) -> set[str]:
        """The cards that move when these fields are moved."""
        found: set[str] = set()
        for id in ids:
            found |= {id} if id in self.cards else set(self._inside.get(id, ()))
        return found & self.cards.keys()

    def keep_places(self, step: str, cards: set[str], merge: str = "") -> None:
        """Write down where these cards are, as one step."""
        where = {id: self.place_of(self.cards[id]) for id in sorted(cards)}
        kept = kept_places(self._document.scene, self._places, where)
        self._document.do(step, lambda scene: placed(scene, kept), merge)

    def put(self, places: dict[str, QPointF]) -> None:
        """Move cards, and all that depends on where they are; the document stays as it is."""
        for id, place in places.items():
            self.cards[id].setPos(place)
        moved = places.keys()
        around = {one for one, cards in self._inside.items() if not moved.isdisjoint(cards)}
        self._lay_frames(around)
        self._lay_links(self._wiring.touching(moved | around))

    def _lay_frames(self, ids: Collection[str]) -> None:
        depth = len(self.frames)
        for id, frame in reversed(self.frames.items()):  # inner ones before what is around them
            depth -= 1
            if id in ids:
                inner = QRectF()
                for one in self._directly[id]:
                    inner = inner.united(self.box_of(one))
                frame.lay_around(inner, depth)

    def _lay_links(self, ids: Iterable[str]) -> None:
        for id in ids:
            source, target = (self.box_of(end) for end in self._wiring.ends[id])
            self.links[id].lay_between(source, target, self._wiring.goes_back(id))

    def box_of(self, id: str) -> QRectF:
        """The rectangle of a card or frame on the ground."""
        if id in self.cards:
            card = self.cards[id]
            return card.body().translated(card.pos())
        return self.frames[id].body()

    def _grow(self) -> None:
        box = self.itemsBoundingRect().adjusted(-AROUND, -AROUND, AROUND, AROUND)
        self.setSceneRect(box)

    # --- what is chosen -------------------------------------------------------------------

    def _items(self) -> Iterator[tuple[str, QGraphicsObject]]:
        yield from self.cards.items()
        yield from self.frames.items()
        yield from self.links.items()

    def _select(self) -> None:
        self._busy = True
        chosen = set(self._document.selection)
        for id, item in self._items():
            if item.isSelected() != (id in chosen):
                item.setSelected(id in chosen)
        self._busy = False

    def _selected(self) -> None:
        if self._busy:
            return
        seen = {id for id, item in self._items() if item.isSelected()}
        kept = [id for id in self._document.selection if id in seen]
        self._document.select(*kept, *(id for id, _ in self._items() if id in seen - set(kept)))

    def middle_of(self, id: str) -> QPointF:
        return self.box_of(id).center()


def _unscaled(size: tuple[float, float], scale: float) -> tuple[float, float]:
    """In whole pixels, so that what is laid out by itself has whole places."""
    return float(ceil(size[0] / scale)), float(ceil(size[1] / scale))
