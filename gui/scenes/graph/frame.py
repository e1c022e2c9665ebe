"""A field whose inner fields are shown: a frame around them, moved by its head."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from engine.scene.model import Field
from gui.scenes.graph.placing import HEAD, INSET
from gui.scenes.looks import Colours, name_of, paint_sign
from gui.theme.fonts import font
from gui.theme.tokens import colour, px


class Frame(QGraphicsObject):
    """``around`` is set by whoever knows where the cards inside of it are."""

    def __init__(self, field: Field, colours: Colours) -> None:
        super().__init__()
        self.field, self._colours = field, colours
        self._box = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)

    def show_field(self, field: Field) -> None:
        before, self.field = self.field, field
        if (field.title, field.data) != (before.title, before.data):
            self.update()  # else it was something inside of it

    def lay_around(self, inner: QRectF, depth: int) -> None:
        inset, head = px(INSET), px(HEAD)
        box = inner.adjusted(-inset, -head, inset, inset)
        if box == self._box:
            return
        self.prepareGeometryChange()
        self._box = box
        self.setZValue(-100 + depth)
        self.update()

    def body(self) -> QRectF:
        return self._box

    def head(self) -> QRectF:
        return QRectF(self._box.topLeft(), self._box.topRight() + QPointF(0, px(HEAD)))

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        return self._box.adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        """Only its head is taken hold of; the ground inside belongs to the graph."""
        path = QPainterPath()
        path.addRect(self.head())
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isSelected()
        painter.setPen(QPen(colour("accent" if chosen else "line_strong"), 2 if chosen else 1))
        ground = colour("sunken")
        ground.setAlpha(150)
        painter.setBrush(ground)
        painter.drawRoundedRect(self._box, 10, 10)
        left, top = self._box.left() + px(12), self._box.top() + px(10)
        paint_sign(painter, self.field, self._colours, QRectF(left, top, px(14), px(14)))
        painter.setFont(font("body", 600))
        painter.setPen(colour("text"))
        words = QRectF(left + px(20), top - px(3), self._box.width() - px(44), px(20))
        elided = painter.fontMetrics().elidedText(
            name_of(self.field), Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, elided)
