"""Paints a line of the compiled prompt: its colour, name, words and tokens."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui import figures
from gui.scenes.looks import Colours, ink_of, name_of
from gui.scenes.strip.rows import Line, PromptRows, RowRole
from gui.theme.fonts import font
from gui.theme.tokens import colour, px

Index = QModelIndex | QPersistentModelIndex
ROW, SQUARE, NAME, COUNT, PAD = 22, 8, 96, 40, 4


class PromptDelegate(QStyledItemDelegate):
    def __init__(self, rows: PromptRows, colours: Callable[[], Colours], parent: QObject) -> None:
        super().__init__(parent)
        self._rows, self._colours = rows, colours

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(0, px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        self._paint_line(painter, option.rect.adjusted(px(PAD), 0, -px(PAD), 0), line)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(option.rect), 4, 4)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_line(self, painter: QPainter, box: QRect, line: Line) -> None:
        side = px(SQUARE)
        square = QRectF(box.x(), box.center().y() - side / 2 + 1, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink_of(line.field, self._colours()))
        painter.setOpacity(1.0 if line.text else 0.4)
        painter.drawRoundedRect(square, 2, 2)
        painter.setOpacity(1.0)
        name = QRect(box.x() + side + px(12), box.y(), px(NAME), box.height())
        words = QRect(name.right() + px(12), box.y(), 0, box.height())
        words.setRight(box.right() - px(COUNT) - px(8))
        count = box.adjusted(box.width() - px(COUNT), 0, 0, 0)
        role, quiet, tone = (
            ("code", "text_2", "text") if line.text else ("small", "text_3", "text_3")
        )
        _write(painter, name, name_of(line.field), "body", tone)
        _write(painter, words, self._rows.in_words(line), role, quiet)
        painter.setFont(font("body"))
        painter.setPen(colour(tone))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(count, right, figures.whole(line.tokens))


def _write(painter: QPainter, box: QRect, text: str, role: str, tone: str) -> None:
    painter.setFont(font(role))
    painter.setPen(colour(tone))
    cut = painter.fontMetrics().elidedText(text[:600], Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, cut)
