"""Paints the rows of the conversation list, and edits a title in its place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from adapters.catalog.records import Conversation, Hit
from gui.chat.conversations.model import Heading, Row, RowRole
from gui.theme.fonts import font
from gui.theme.tokens import colour, px, size
from gui.widgets.dot import paint_dot

Index = QModelIndex | QPersistentModelIndex
GAP, PAD, HEADING = 2, 10, 30
DOT, DOT_STEP, MOST_DOTS = 8, 10, 4


class ConversationDelegate(QStyledItemDelegate):
    """Title with the dots of the voices that spoke, and below it the last words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        row: Row | Hit = index.data(RowRole)
        if isinstance(row, Heading):
            return QSize(0, px(HEADING))
        return QSize(0, size("row_two_line") + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row | Hit = index.data(RowRole)
        painter.save()
        if isinstance(row, Heading):
            self._paint_heading(painter, option.rect, row.text)
        else:
            box = option.rect.adjusted(0, 0, 0, -GAP)
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_ground(painter, option, box)
            self._paint_words(painter, box, str(index.data()), row, chosen)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, text: str) -> None:
        painter.setFont(font("label"))
        painter.setPen(colour("text_3"))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(box.adjusted(8, 0, -8, -6), Qt.AlignmentFlag.AlignLeft | bottom, text)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(box), 6, 6)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if focused and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_words(
        self, painter: QPainter, box: QRect, title: str, row: Conversation | Hit, chosen: bool
    ) -> None:
        colours = row.colours[:MOST_DOTS] if isinstance(row, Conversation) else ()
        below = row.preview if isinstance(row, Conversation) else row.snippet
        upper = QRect(box.x() + PAD, box.y() + px(7), box.width() - 2 * PAD, px(20))
        lower = QRect(upper.x(), box.y() + px(27), upper.width(), px(20))
        dots = px(DOT_STEP) * len(colours)
        self._paint_dots(painter, upper, colours)
        weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Medium
        painter.setFont(font("body", weight))
        painter.setPen(colour("text"))
        _draw(painter, upper.adjusted(0, 0, -(dots + 8 if dots else 0), 0), title)
        painter.setFont(font("small"))
        painter.setPen(colour("text_2"))
        _draw(painter, lower, " ".join(below.split()))

    def _paint_dots(self, painter: QPainter, box: QRect, colours: tuple[str, ...]) -> None:
        side = px(DOT)
        x = box.right() + 1 - side - px(DOT_STEP) * (len(colours) - 1)
        for number, name in enumerate(colours):
            left = x + number * px(DOT_STEP)
            paint_dot(painter, QRectF(left, box.center().y() - side / 2 + 1, side, side), name)

    # --- editing ------------------------------------------------------------------------

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,  # noqa: ARG002
    ) -> QWidget:
        field = QLineEdit(parent)
        field.setAccessibleName(self.tr("Title"))
        field.setMaxLength(200)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        row: Row = index.data(RowRole)
        assert isinstance(editor, QLineEdit)
        editor.setText(row.title if isinstance(row, Conversation) else "")
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text())  # type: ignore[attr-defined]

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002
    ) -> None:
        box = option.rect
        editor.setGeometry(box.x() + 2, box.y() + 2, box.width() - 4, px(32))


def _draw(painter: QPainter, box: QRect, text: str) -> None:
    """One line of plain text, cut where it does not fit."""
    cut = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(text[:400], cut, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
