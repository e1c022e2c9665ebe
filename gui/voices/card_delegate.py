"""Paints a voice card: dot, name, base, size and notes, curve or progress, verdict."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui import figures
from gui.chat.thread.footer import strength
from gui.theme.fonts import font, line_height
from gui.theme.icons import draw
from gui.theme.tokens import colour, px
from gui.voices import sentences
from gui.voices.card import Card
from gui.voices.card_layout import CardLayout, cell
from gui.voices.card_model import CARD_ROLE
from gui.widgets.dot import paint_dot
from gui.widgets.sparkline import paint_sparkline

Index = QModelIndex | QPersistentModelIndex
MOST_PARTS = 4  # lines of a blend
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
STATE_ICONS = {
    "queued": "clock",
    "running": "clock",
    "paused": "pause",
    "interrupted": "rotate-cw",
    "failed": "circle-alert",
}


class CardDelegate(QStyledItemDelegate):
    """``curve_of`` gives the sparkline of a run, or None while it is being read."""

    def __init__(
        self, curve_of: Callable[[int], tuple[float, ...] | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._curve_of = curve_of
        self.keyboard_focus = False  # the ring shows only where the keyboard brought the focus
        self.pointed: tuple[int, bool] = (-1, False)  # the row under the mouse; its menu button?

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return cell(option.rect.width())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(CARD_ROLE)
        place = CardLayout(QRectF(option.rect))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter, place, option)
        self._head(painter, place, card, index.row())
        if card.is_blend:
            self._blend(painter, place, card)
        elif card.state is None:
            self._finished(painter, place, card)
        else:
            self._training(painter, place, card)
        painter.restore()

    def _frame(self, painter: QPainter, place: CardLayout, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        width = 2 if selected else 1
        edge = colour("accent" if selected else "line_strong" if hovered else "line")
        painter.setPen(QPen(edge, width))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(inset(place.card, width / 2), 8, 8)
        if self.keyboard_focus and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inset(place.card, 4.5), 5, 5)

    def _head(self, painter: QPainter, place: CardLayout, card: Card, row: int) -> None:
        if card.is_blend:
            icon_at(painter, place.dot, "layers", "text_2", 15)
        else:
            paint_dot(painter, place.dot, card.colour)
        text(painter, place.name, card.name, "heading", "text")
        if self.pointed == (row, True):
            painter.setBrush(colour("hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(place.menu, 6, 6)
        icon_at(painter, place.menu, "ellipsis", "text_2", 18)
        if not card.is_blend:
            text(painter, place.line(36), sentences.base(card), "small", "text_3")
            text(painter, place.line(53), sentences.amount(card), "small", "text_3")

    def _blend(self, painter: QPainter, place: CardLayout, card: Card) -> None:
        """Its voices, as many as there is room for, and in what way they speak."""
        parts = card.parts if len(card.parts) <= MOST_PARTS else card.parts[: MOST_PARTS - 1]
        for row, part in enumerate(parts):
            line = place.part(row)
            side = px(8)
            dot = QRectF(line.left() + px(2), line.center().y() - side / 2, side, side)
            paint_dot(painter, dot, part.colour)
            said = strength(part.strength)
            text(painter, line, said, "small", "text_2", RIGHT)
            tone = "text_3" if part.colour is None else "text"
            text(painter, line.adjusted(px(20), 0, -px(36), 0), part.name, "small", tone)
        if more := len(card.parts) - len(parts):
            line = place.part(len(parts)).adjusted(px(20), 0, 0, 0)
            text(painter, line, self.tr("and %n more", "", more), "small", "text_3")
        tone = "bad" if card.missing else "text_3"
        text(painter, place.state, sentences.about_blend(card), "small", tone)

    def _finished(self, painter: QPainter, place: CardLayout, card: Card) -> None:
        used = sentences.used(card)
        room = QFontMetricsF(font("caption")).horizontalAdvance(used) + px(10)
        values = self._curve_of(card.run) if card.run is not None else ()
        if values:
            paint_sparkline(painter, place.curve_beside(room), values, card.colour)
        text(painter, place.used, used, "caption", "text_2", RIGHT)
        if card.verdict is not None:
            tone = card.verdict.tone
            draw_icon(painter, place.verdict, card.verdict.icon, tone)
            wrapped(painter, place.verdict, card.verdict.sentence(), colour(tone))

    def _training(self, painter: QPainter, place: CardLayout, card: Card) -> None:
        bar(painter, place.bar, card.fraction)
        text(painter, place.line(94), sentences.progress(card), "caption", "text_2")
        if card.steps:
            share = figures.part(card.fraction)
            text(painter, place.line(94), share, "caption", "text_2", RIGHT)
        tone = "bad" if card.state == "failed" else "text_2"
        draw_icon(painter, place.state, STATE_ICONS[card.state or "running"], tone)
        text(painter, beside_icon(place.state), sentences.state(card), "small", tone)


def inset(box: QRectF, by: float) -> QRectF:
    return box.adjusted(by, by, -by, -by)


def text(
    painter: QPainter,
    box: QRectF,
    words: str,
    role: str,
    tone: str,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line, cut with an ellipsis where it does not fit; never read as markup."""
    kind = font(role)
    painter.setFont(kind)
    painter.setPen(colour(tone))
    words = QFontMetricsF(kind).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align, words)


def draw_icon(painter: QPainter, box: QRectF, name: str, tone: str) -> None:
    """A small icon at the start of the first line of ``box``."""
    size = px(15)
    top = box.top() + (line_height("small") - size) / 2
    draw(painter, name, colour(tone), box.left(), top, size)


def icon_at(painter: QPainter, box: QRectF, name: str, tone: str, size: int) -> None:
    side = px(size)
    centre = box.center()
    draw(painter, name, colour(tone), centre.x() - side / 2, centre.y() - side / 2, side)


def beside_icon(box: QRectF) -> QRectF:
    return box.adjusted(px(20), 0, 0, 0)


def bar(painter: QPainter, box: QRectF, fraction: float) -> None:
    """A progress bar as ``QProgressBar`` has it in the style sheet."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("line"))
    painter.drawRoundedRect(box, 3, 3)
    if fraction > 0:
        painter.setBrush(colour("accent"))
        done = QRectF(box)
        done.setWidth(max(box.height(), box.width() * fraction))
        painter.drawRoundedRect(done, 3, 3)


def wrapped(painter: QPainter, box: QRectF, words: str, ink: QColor) -> None:
    """At most two lines beside the icon; the second is cut where it does not fit."""
    kind = font("small")
    area = beside_icon(box)
    layout = QTextLayout(words, kind)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(area.width())
    layout.endLayout()
    metrics = QFontMetricsF(kind)
    cut = first.textLength()
    rest = metrics.elidedText(words[cut:].strip(), Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(kind)
    painter.setPen(ink)
    for number, line in enumerate((words[:cut].strip(), rest)):
        base = area.top() + number * line_height("small") + metrics.ascent()
        painter.drawText(QPointF(area.left(), base), line)
