"""The table of files, drawn like the pictures: icon, name, size, tokens, use, why skipped."""

from pathlib import PurePath

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from engine.messages import NoteFile
from gui.theme.fonts import font
from gui.theme.icons import draw
from gui.theme.tokens import colour, px, theme
from gui.voices.new_voice.files_model import FILE, FILE_ROLE, SIZE, TOKENS, USE, WHY, FilesFilter
from gui.voices.new_voice.sort_header import SortHeader

Index = QModelIndex | QPersistentModelIndex
PICTURES = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".heic", ".bmp", ".tif", ".tiff"}
PAD = 10


class FilesDelegate(QStyledItemDelegate):
    """Paints one cell; text is never read as markup."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        file: NoteFile = index.data(FILE_ROLE)
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colour("selected"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colour("line"))
        inner = box.adjusted(PAD, 0, -PAD, 0)
        icon = _icon(file, index.column())
        if icon:
            side = px(15)
            ink = colour("text_3" if file.use == "skip" else "text_2")
            draw(painter, icon, ink, inner.left(), box.center().y() - side / 2, side)
            inner.setLeft(inner.left() + side + px(8 if index.column() == FILE else 5))
        painter.setFont(font("body"))
        painter.setPen(colour(_tone(file, index.column())))
        mode = Qt.TextElideMode.ElideMiddle
        words = painter.fontMetrics().elidedText(str(index.data()), mode, int(inner.width()))
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(inner, align, words)
        painter.restore()


class FilesTable(QTableView):
    """Rows are 32 px; the file and the reason share what the numbers leave."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = FilesFilter(self)
        self.setHorizontalHeader(SortHeader(self))
        self.setModel(self.filter)
        self.setItemDelegate(FilesDelegate(self))
        self.setAccessibleName(self.tr("Files of the folder"))
        self.setShowGrid(False)
        self.setSortingEnabled(True)
        self.sortByColumn(FILE, Qt.SortOrder.AscendingOrder)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSortIndicatorShown(False)
        theme.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _needed(self, column: int) -> int:
        """Room for the heading and for whatever the column may say, in any language."""
        words = QFontMetrics(font("body"))
        head = QFontMetrics(font("caption")).horizontalAdvance(
            self.filter.headerData(column, Qt.Orientation.Horizontal)
        )
        says = {SIZE: ("999.9 MiB",), TOKENS: ("99,999",), USE: self.filter.files.uses()}[column]
        icon = px(15) + px(5) if column == USE else 0
        return max(head, icon + max(map(words.horizontalAdvance, says))) + 2 * PAD

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(32))
        fixed = {column: self._needed(column) for column in (SIZE, TOKENS, USE)}
        rest = max(px(160), self.viewport().width() - sum(fixed.values()))
        for column, width in {**fixed, FILE: rest // 2, WHY: rest - rest // 2}.items():
            self.setColumnWidth(column, width)


def _icon(file: NoteFile, column: int) -> str | None:
    if column == USE:
        return {"learn": "check", "held_out": "eye"}.get(file.use, "minus")
    if column != FILE:
        return None
    if PurePath(file.path).suffix.lower() in PICTURES:
        return "image-off"
    return "file-x" if file.use == "skip" else "file-text"


def _tone(file: NoteFile, column: int) -> str:
    if column == WHY:
        return "warn"
    return "text_3" if file.use == "skip" else "text"
