"""Paints the rows of the outline: sign and name, and the tokens at the right."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from engine.scene.model import Field
from gui.scenes.looks import Colours, paint_sign
from gui.scenes.outline.model import TOKENS, RowRole
from gui.theme.fonts import font
from gui.theme.icons import draw
from gui.theme.tokens import colour, px

Index = QModelIndex | QPersistentModelIndex
ROW, SIGN, GAP = 30, 15, 7


class OutlineDelegate(QStyledItemDelegate):
    """``colours`` gives those of the voices."""

    def __init__(self, colours: Callable[[], Colours], parent: QObject) -> None:
        super().__init__(parent)
        self._colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        painted = px(44) if index.column() == TOKENS else px(80)
        return QSize(painted, px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == TOKENS:
            self._paint_tokens(painter, option.rect, str(index.data()))
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_name(painter, option.rect, index, chosen)
        painter.restore()

    def _paint_name(self, painter: QPainter, box: QRect, index: Index, chosen: bool) -> None:
        row, side = index.data(RowRole), px(SIGN)
        sign = QRectF(box.x() + 2, box.center().y() - side / 2 + 1, side, side)
        if isinstance(row, Field):
            paint_sign(painter, row, self._colours(), sign)
        else:
            draw(painter, "workflow", colour("text_2"), sign.x(), sign.y(), side)
        painter.setFont(font("body", 600 if chosen else 400))
        painter.setPen(colour("text"))
        left = round(sign.right()) + px(GAP)
        room = QRect(left, box.y(), box.right() - left, box.height())
        cut = Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(str(index.data())[:400], cut, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_tokens(self, painter: QPainter, box: QRect, text: str) -> None:
        painter.setFont(font("small"))
        painter.setPen(colour("text_2"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(0, 0, -8, 0), right, text)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt calls it
        index: Index,  # noqa: ARG002
    ) -> QWidget:
        made = QLineEdit(parent)
        made.setAccessibleName(self.tr("Title"))
        made.setMaxLength(200)
        return made

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002 - Qt calls it
    ) -> None:
        box = option.rect
        editor.setGeometry(box.x() + px(SIGN), box.y() - 1, box.width() - px(SIGN), px(32))
