"""Paints a row of the voice list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.chat.composer.voice_rows import RowRole, VoiceRow
from gui.theme.fonts import font
from gui.theme.icons import draw
from gui.theme.tokens import colour, px
from gui.widgets.dot import dots_width, paint_dots

WIDTH, ROW, GAP = 268, 32, 9
Index = QModelIndex | QPersistentModelIndex


class VoiceRowDelegate(QStyledItemDelegate):
    """Dot, name, and on the right the size, the reason or the tick; a line before the last."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        row: VoiceRow = index.data(RowRole)
        return QSize(px(WIDTH), px(ROW) + (GAP if row.speaker is None else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: VoiceRow = index.data(RowRole)
        box = QRectF(option.rect)
        painter.save()
        if row.speaker is None and index.row() > 0:
            painter.fillRect(QRectF(box.x(), box.y() + GAP // 2, box.width(), 1), colour("line"))
        if row.speaker is None:
            box.setTop(box.top() + GAP)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("raised" if row.reason else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        self._paint_row(painter, box, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, box: QRectF, row: VoiceRow) -> None:
        dot = px(10)
        wide = dots_width(dot, len(row.colours))
        place = QRectF(box.x() + 10, box.center().y() - dot / 2, wide, dot)
        paint_dots(painter, place, row.colours, faint=bool(row.reason))
        right = box.right() - 10
        middle, end = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        if row.chosen:
            right -= px(18)
            draw(painter, "check", colour("text"), right, box.center().y() - px(9), px(18))
        elif row.note:
            painter.setFont(font("small"))
            painter.setPen(colour("text_3"))
            note = painter.fontMetrics().elidedText(row.note, Qt.TextElideMode.ElideRight, px(130))
            taken = painter.fontMetrics().horizontalAdvance(note)
            painter.drawText(box.adjusted(0, 0, -10, 0), middle | end, note)
            right -= taken + 8
        left = place.right() + GAP
        painter.setFont(font("body"))
        painter.setPen(colour("text_disabled" if row.reason else "text"))
        name = " ".join(row.name.split())
        cut = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(name, cut, int(right - left))
        painter.drawText(QRectF(left, box.y(), right - left, box.height()), middle, shown)
