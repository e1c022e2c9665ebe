"""Everything that is drawn: cards, frames and links kept equal to the document, piece by piece."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsObject, QGraphicsScene

from engine.scene import edit
from engine.scene.model import Field, Link, Scene, path_to
from gui.scenes.document import SceneDocument
from gui.scenes.graph.card import Card
from gui.scenes.graph.frame import Frame
from gui.scenes.graph.link_item import LinkItem
from gui.scenes.graph.placing import cards_inside, is_open, places, shown
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
        self._shown = Scene()
        self._busy = False  # it changes the selection itself, or the places
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
        self._keep_links(scene)
        self._shown, self._busy = scene, False
        self._lay_frames()
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
        self._shown = Scene()
        self.refresh()

    def _keep_cards(self, fields: dict[str, Field]) -> None:
        for id in self.cards.keys() - fields.keys():
            self.removeItem(self.cards.pop(id))
        for id, field in fields.items():
            if id not in self.cards:
                self.cards[id] = card = Card(field, self._colours())
                card.xChanged.connect(lambda id=id: self._moved(id))
                card.yChanged.connect(lambda id=id: self._moved(id))
                self.addItem(card)
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
        self._inside = {id: cards_inside(field) for id, field in fields.items()}

    def _put_cards(self, scene: Scene) -> None:
        scale = theme.scale
        sizes = {id: (c.size[0] / scale, c.size[1] / scale) for id, c in self.cards.items()}
        for id, (x, y) in places(scene, sizes).items():
            self.cards[id].setPos(x * scale, y * scale)

    def _keep_links(self, scene: Scene) -> None:
        links = {one.id: one for one in scene.links if self._ends(scene, one) is not None}
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
        for one in reversed(path_to(self._document.scene, id)):
            if one.id in self.cards:
                return self.cards[one.id]
            if one.id in self.frames:
                return self.frames[one.id]
        return None

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

        def placed(scene: Scene) -> Scene:
            for id, place in where.items():
                scene = edit.change(scene, id, place=place)
            return scene

        self._document.do(step, placed, merge)

    def _ends(self, scene: Scene, link: Link) -> tuple[str, str] | None:
        """What the link is drawn between; None where both ends lie in one closed card."""
        found = []
        for end in (link.source, link.target):
            way = [one.id for one in path_to(scene, end)]
            seen = [id for id in way if id in self.cards or id in self.frames]
            if not seen:
                return None
            found.append(seen[-1])
        return (found[0], found[1]) if found[0] != found[1] else None

    def _moved(self, id: str) -> None:
        if self._busy:
            return
        around = {one for one, cards in self._inside.items() if id in cards}
        self._lay_frames(around)
        self._lay_links(self._touching({id} | around))

    def _touching(self, ids: set[str]) -> Iterator[str]:
        for id, item in self.links.items():
            ends = self._ends(self._document.scene, item.link)
            if ends is not None and ids & set(ends):
                yield id

    def _lay_frames(self, only: set[str] | None = None) -> None:
        for depth, (id, frame) in enumerate(self.frames.items()):
            if only is None or id in only:
                boxes = [self._box(card) for card in self._inside[id] if card in self.cards]
                inner = QRectF()
                for box in boxes:
                    inner = inner.united(box)
                frame.lay_around(inner, depth)

    def _lay_links(self, ids: Iterator[str] | dict[str, LinkItem]) -> None:
        scene = self._document.scene
        pairs = {self._ends(scene, one.link) for one in self.links.values()}
        for id in ids:
            ends = self._ends(scene, self.links[id].link)
            if ends is not None:
                source, target = (self._box(end) for end in ends)
                self.links[id].lay_between(source, target, (ends[1], ends[0]) in pairs)

    def _box(self, id: str) -> QRectF:
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
        return self._box(id).center()
