"""Cards in the hand: they follow the mouse, snapping to the others and to the grid."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.scenes.graph.guides import Box, Guides, Line
from gui.scenes.graph.stage import Stage
from gui.theme.tokens import colour

REACH = 6  # pixels on screen within which an edge takes hold


class GuideLines(QGraphicsItem):
    """The lines along which the cards in the hand are even with others."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[QLineF] = []
        self.setZValue(4)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        self.prepareGeometryChange()
        self._lines = [QLineF(*line) for line in lines]

    @property
    def count(self) -> int:
        return len(self._lines)

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        box = QRectF()
        for line in self._lines:
            one = QRectF(line.p1(), line.p2()).normalized().adjusted(-2, -2, 2, 2)
            box = box.united(one)
        return box

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        pen = QPen(colour("accent"), 1, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(self._lines)


class Drag:
    """From press to release; ``end`` must be called, whether or not the cards stay there."""

    def __init__(self, stage: Stage, ids: set[str], at: QPointF, seen: QRectF) -> None:
        """``seen`` is what is on screen: cards elsewhere take no hold."""
        self._stage, self._at, self.ids = stage, at, ids
        self._before = {id: stage.cards[id].pos() for id in ids}
        boxes = [stage.box_of(id) for id in ids]
        self._box = boxes[0]
        for box in boxes[1:]:
            self._box = self._box.united(box)
        still = (stage.box_of(id) for id in stage.cards if id not in ids)
        self._guides = Guides(_plain(box) for box in still if box.intersects(seen))
        self.lines = GuideLines()
        stage.addItem(self.lines)

    def move_to(self, at: QPointF, zoom: float) -> None:
        box = self._box.translated(at - self._at)
        snap = self._guides.snap(_plain(box), REACH / zoom)
        self._put(QPointF(snap.x, snap.y) - self._box.topLeft())
        self.lines.show_lines(snap.lines)

    def cancel(self) -> None:
        self._put(QPointF())

    def end(self) -> set[str]:
        """The cards that are elsewhere than before."""
        self._stage.removeItem(self.lines)
        there = self.ids & self._stage.cards.keys()
        return {id for id in there if self._stage.cards[id].pos() != self._before[id]}

    def _put(self, by: QPointF) -> None:
        there = self.ids & self._stage.cards.keys()
        self._stage.put({id: self._before[id] + by for id in there})


def _plain(box: QRectF) -> Box:
    return box.left(), box.top(), box.right(), box.bottom()
