"""A link as a line with an arrow and its label on it."""

from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from engine.scene.model import Link
from gui.scenes.graph.distance import is_far
from gui.theme.fonts import font
from gui.theme.tokens import colour, px

BEND = 60  # pixels that two links between the same cards keep from each other
ARROW = 8
MOST_LABEL = 180


class LinkItem(QGraphicsObject):
    """Solid for relations, dashed for the others."""

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.link = link
        self._path = QPainterPath()
        self._tip, self._angle = QPointF(), 0.0
        self._between: tuple[QRectF, QRectF, bool] | None = None
        self._words, self._font = "", font("small")
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setZValue(3)  # the words of a link may reach over a card
        self._measure()

    def show_link(self, link: Link) -> None:
        self.link = link
        self._measure()

    def lay_between(self, source: QRectF, target: QRectF, bend: bool) -> None:
        """From the edge of one rectangle to that of the other."""
        if (source, target, bend) == self._between:
            return
        self._between = (source, target, bend)
        start, end = _edge(source, target.center()), _edge(target, source.center())
        middle = (start + end) / 2
        if bend:
            across = end - start
            length = max((across.x() ** 2 + across.y() ** 2) ** 0.5, 1.0)
            normal = QPointF(across.y(), -across.x()) / length
            middle += normal * px(BEND)
        self._path = QPainterPath(start)
        self._path.quadTo(middle, end)
        self._tip, back = end, end - middle
        self._angle = atan2(back.y(), back.x())
        self._measure()

    def _measure(self) -> None:
        """Qt asks for these at each move of the mouse: they are worked out once."""
        self.prepareGeometryChange()
        self._label = self._label_box()
        around = px(ARROW) + 4
        line = self._path.boundingRect().adjusted(-around, -around, around, around)
        self._bounds = line.united(self._label.adjusted(-2, -2, 2, 2))
        self._shape: QPainterPath | None = None
        self.update()

    def label_box(self) -> QRectF:
        """Where the words stand; empty without any."""
        return self._label

    def _label_box(self) -> QRectF:
        words = " ".join(self.link.label.split())
        if not words:
            return QRectF()
        metrics, most = QFontMetricsF(self._font), px(MOST_LABEL)
        self._words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, most)
        box = QRectF(0, 0, metrics.horizontalAdvance(self._words) + px(16), px(22))
        box.moveCenter(self._path.pointAtPercent(0.5))
        return box

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        return self._bounds

    def shape(self) -> QPainterPath:
        if self._shape is None:
            stroke = QPainterPathStroker()
            stroke.setWidth(px(12))
            self._shape = stroke.createStroke(self._path)
            self._shape.addRect(self._label)
        return self._shape

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isSelected()
        ink = colour("accent" if chosen else "control_line")
        pen = QPen(ink, 2 if chosen else 1.4)
        if self.link.type != "relation":
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        self._paint_arrow(painter, QPen(ink, 1.6))
        if not is_far(option, painter):
            self._paint_label(painter, chosen)

    def _paint_arrow(self, painter: QPainter, pen: QPen) -> None:
        painter.setPen(pen)
        for turn in (pi * 0.84, -pi * 0.84):
            angle = self._angle + turn
            side = QPointF(cos(angle), sin(angle)) * px(ARROW)
            painter.drawLine(self._tip, self._tip + side)

    def _paint_label(self, painter: QPainter, chosen: bool) -> None:
        box = self.label_box()
        if box.isEmpty():
            return
        painter.setPen(QPen(colour("accent" if chosen else "line"), 1))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(self._font)
        painter.setPen(colour("text_2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)


def _edge(box: QRectF, towards: QPointF) -> QPointF:
    """Where the line from the middle of a box to a point leaves the box."""
    middle, way = box.center(), towards - box.center()
    if way.isNull():
        return middle
    reach = min(
        (box.width() / 2 / abs(way.x()) if way.x() else 1e9),
        (box.height() / 2 / abs(way.y()) if way.y() else 1e9),
    )
    return middle + way * min(reach, 1.0)
