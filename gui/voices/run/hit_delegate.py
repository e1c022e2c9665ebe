"""Paints a note that was found: its path, and below it the words in their place."""

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.messages import NoteHit
from gui.theme.fonts import font
from gui.theme.tokens import colour

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
PAD = 10


class HitDelegate(QStyledItemDelegate):
    """Text is never read as markup."""

    HEIGHT: ClassVar[int] = 46  # pixels at the ordinary text size

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit: NoteHit = index.data(HIT_ROLE)
        box = QRectF(option.rect)
        painter.save()
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colour("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, colour("hover"))
        upper = box.adjusted(PAD, 4, -PAD, -box.height() / 2)
        lower = box.adjusted(PAD, box.height() / 2, -PAD, -4)
        middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        painter.setFont(font("body"))
        painter.setPen(colour("text"))
        _line(painter, upper, hit.path, middle)
        painter.setFont(font("small"))
        painter.setPen(colour("text_2"))
        _line(painter, lower, hit.snippet, right)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()


def _line(painter: QPainter, box: QRectF, text: str, mode: Qt.TextElideMode) -> None:
    shown = painter.fontMetrics().elidedText(text, mode, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
