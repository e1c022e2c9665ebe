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
from gui.scenes.graph.distance import is_far
from gui.scenes.looks import Colours, name_of, paint_sign
from gui.theme.fonts import font, line_height
from gui.theme.tokens import colour, px
from gui.translate import words

WIDTH, PAD, RADIUS = 208, 12, 8
HANDLE = 6  # pixels of the radius of the dot from which links are drawn


class Card(QGraphicsObject):
    """Its texts are broken into lines once, not whenever it is painted."""

    def __init__(self, field: Field, colours: Colours) -> None:
        super().__init__()
        self._colours = colours
        self.tokens: int | None = None
        self.hovered = False
        flags = QGraphicsItem.GraphicsItemFlag
        self.setFlag(flags.ItemIsSelectable)
        self.setAcceptHoverEvents(True)
        self.setZValue(2)
        self.field = field
        self.show_field(field)

    def show_field(self, field: Field) -> None:
        """Take a newer state of the field."""
        self.prepareGeometryChange()
        self.field = field
        inner = px(WIDTH - 2 * PAD)
        self._bold, self._small = font("body", 600), font("small")
        self._kind = words(TYPES[field.type].label)
        self._title = clamped(name_of(field), self._bold, inner, 2)
        rest = _first_words(field)
        self._text = clamped(" ".join(rest.split()), self._small, inner, 2)
        lines = len(self._title) * line_height("body") + len(self._text) * line_height("small")
        gap = px(4) if self._text else 0
        self._height = px(PAD) * 2 + px(20) + lines + gap
        self._body = QRectF(0, 0, px(WIDTH), self._height)
        self.update()

    def show_tokens(self, tokens: int | None) -> None:
        if tokens != self.tokens:
            self.tokens = tokens
            self.update()

    @property
    def size(self) -> tuple[float, float]:
        return float(px(WIDTH)), float(self._height)

    def body(self) -> QRectF:
        return self._body

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

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        far = is_far(option, painter)
        chosen, closed = self.isSelected(), self.field.type == "scene"
        edge = colour("accent") if chosen else colour("line_strong")
        painter.setPen(QPen(edge, 2 if chosen else 1))
        painter.setBrush(colour("sunken" if closed else "raised"))
        half = 1.0 if chosen else 0.5
        painter.drawRoundedRect(self.body().adjusted(half, half, -half, -half), RADIUS, RADIUS)
        if not far:
            self._paint_head(painter)
        self._paint_words(painter, far)
        if chosen or self.hovered:
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.setBrush(colour("raised"))
            painter.drawEllipse(self.handle(), px(HANDLE) - 1, px(HANDLE) - 1)

    def _paint_head(self, painter: QPainter) -> None:
        left, top, right = px(PAD), px(PAD), self.size[0] - px(PAD)
        paint_sign(painter, self.field, self._colours, QRectF(left, top + px(1), px(14), px(14)))
        painter.setFont(self._small)
        painter.setPen(colour("text_2"))
        box = QRectF(left + px(20), top, right - left - px(20), px(16))
        painter.drawText(
            box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._kind
        )
        if self.tokens is not None:
            count = self.tr("%n tokens", "", self.tokens)
            room = box.width() - QFontMetricsF(painter.font()).horizontalAdvance(self._kind)
            if QFontMetricsF(painter.font()).horizontalAdvance(count) + px(8) > room:
                count = str(self.tokens)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count
            )

    def _paint_words(self, painter: QPainter, far: bool) -> None:
        y = float(px(PAD) + px(20))
        for lines, role, tone, face in (
            (self._title, "body", "text", self._bold),
            ([] if far else self._text, "small", "text_2", self._small),
        ):
            painter.setFont(face)
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
