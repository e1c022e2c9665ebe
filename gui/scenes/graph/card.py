"""A field as a card: its sign and type, its tokens, its title, and its first words."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from engine.scene.fields import TYPES
from engine.scene.fields.role import Role
from engine.scene.model import Field
from gui.scenes.graph.clamped import clamped
from gui.scenes.looks import Colours, name_of, paint_sign
from gui.theme.fonts import font, line_height
from gui.theme.tokens import colour, px
from gui.translate import words

WIDTH, PAD, RADIUS, GRID = 208, 12, 8, 4
HANDLE = 6  # pixels of the radius of the dot from which links are drawn


class Card(QGraphicsObject):
    """Movable in steps of the grid; whoever holds it listens to where it went."""

    def __init__(self, field: Field, colours: Colours) -> None:
        super().__init__()
        self._colours = colours
        self.tokens: int | None = None
        self.hovered = False
        flags = QGraphicsItem.GraphicsItemFlag
        self.setFlag(flags.ItemIsMovable)
        self.setFlag(flags.ItemIsSelectable)
        self.setFlag(flags.ItemSendsGeometryChanges)
        self.setAcceptHoverEvents(True)
        self.setZValue(2)
        self.field = field
        self.show_field(field)

    def show_field(self, field: Field) -> None:
        """Take a newer state of the field."""
        self.prepareGeometryChange()
        self.field = field
        inner = px(WIDTH - 2 * PAD)
        self._title = clamped(name_of(field), font("body", 600), inner, 2)
        rest = _first_words(field)
        self._text = clamped(" ".join(rest.split()), font("small"), inner, 2)
        lines = len(self._title) * line_height("body") + len(self._text) * line_height("small")
        gap = px(4) if self._text else 0
        self._height = px(PAD) * 2 + px(20) + lines + gap
        self.update()

    def show_tokens(self, tokens: int | None) -> None:
        if tokens != self.tokens:
            self.tokens = tokens
            self.update()

    @property
    def size(self) -> tuple[float, float]:
        return float(px(WIDTH)), float(self._height)

    def body(self) -> QRectF:
        return QRectF(0, 0, *self.size)

    def handle(self) -> QPointF:
        """The middle of the dot from which a link is drawn."""
        return QPointF(self.size[0], self.size[1] / 2)

    def is_on_handle(self, at: QPointF) -> bool:
        return (at - self.handle()).manhattanLength() <= 2 * px(HANDLE)

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        around = px(HANDLE) + 2
        return self.body().adjusted(-2, -2, around, 2)

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.hovered = True
        self.update()
        super().hoverEnterEvent(event)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.hovered = False
        self.update()
        super().hoverLeaveEvent(event)

    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: object) -> object:  # noqa: N802
        if change == QGraphicsItem.GraphicsItemChange.ItemPositionChange:
            assert isinstance(value, QPointF)
            return QPointF(round(value.x() / GRID) * GRID, round(value.y() / GRID) * GRID)
        return super().itemChange(change, value)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, closed = self.isSelected(), self.field.type == "scene"
        edge = colour("accent") if chosen else colour("line_strong")
        painter.setPen(QPen(edge, 2 if chosen else 1))
        painter.setBrush(colour("sunken" if closed else "raised"))
        half = 1.0 if chosen else 0.5
        painter.drawRoundedRect(self.body().adjusted(half, half, -half, -half), RADIUS, RADIUS)
        self._paint_head(painter)
        self._paint_words(painter)
        if chosen or self.hovered:
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.setBrush(colour("raised"))
            painter.drawEllipse(self.handle(), px(HANDLE) - 1, px(HANDLE) - 1)

    def _paint_head(self, painter: QPainter) -> None:
        left, top, right = px(PAD), px(PAD), self.size[0] - px(PAD)
        paint_sign(painter, self.field, self._colours, QRectF(left, top + px(1), px(14), px(14)))
        painter.setFont(font("small"))
        painter.setPen(colour("text_2"))
        box = QRectF(left + px(20), top, right - left - px(20), px(16))
        kind = words(TYPES[self.field.type].label)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, kind)
        if self.tokens is not None:
            count = self.tr("%n tokens", "", self.tokens)
            room = box.width() - QFontMetricsF(painter.font()).horizontalAdvance(kind)
            if QFontMetricsF(painter.font()).horizontalAdvance(count) + px(8) > room:
                count = str(self.tokens)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count
            )

    def _paint_words(self, painter: QPainter) -> None:
        y = float(px(PAD) + px(20))
        for lines, role, tone, weight in (
            (self._title, "body", "text", 600),
            (self._text, "small", "text_2", None),
        ):
            painter.setFont(font(role, weight) if weight else font(role))
            painter.setPen(colour(tone))
            for line in lines:
                box = QRectF(px(PAD), y, px(WIDTH - 2 * PAD) + 2, line_height(role))
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line)
                y += line_height(role)
            y += px(4)


def _first_words(field: Field) -> str:
    """What the owner wrote in it, without what is chosen from lists."""
    data = field.data
    if isinstance(data, Role):
        return data.who or data.wants
    return str(getattr(data, "text", ""))
