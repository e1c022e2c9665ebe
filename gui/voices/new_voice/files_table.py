"""The table of files, drawn like the pictures: icon, name, size, tokens, use, remarks."""

from pathlib import PurePath

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
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
from gui.voices.new_voice.files_menu import WISHES, FilesMenu
from gui.voices.new_voice.files_model import FILE, FILE_ROLE, SIZE, TOKENS, USE, WHY, FilesModel
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
    """Rows are 32 px; the file and the remark share what the numbers leave.

    ``chosen`` carries the file that the owner looks at; ``wished`` and ``unmasking`` what the
    owner decides about files: what becomes of them ("learn", "held_out", "skip", or None to
    leave it to Timbre), and whether their secrets are learned. ``undo_wished``: take it back.
    """

    chosen = Signal(object)  # NoteFile or None
    wished = Signal(list, object)
    unmasking = Signal(list, bool)
    undo_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files = FilesModel(self)
        self.setHorizontalHeader(SortHeader(self))
        self.setModel(self.files)
        self.setItemDelegate(FilesDelegate(self))
        self.setAccessibleName(self.tr("Files of the folder"))
        self.setShowGrid(False)
        self.setSortingEnabled(True)
        self.sortByColumn(FILE, Qt.SortOrder.AscendingOrder)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSortIndicatorShown(False)
        theme.changed.connect(self._fit)
        self.files.modelReset.connect(self._fit)
        self.selectionModel().currentRowChanged.connect(lambda: self.chosen.emit(self.current()))
        self._fit()

    def show_files(self, files: tuple[NoteFile, ...]) -> None:
        """The same file stays chosen, and in its place on the screen."""
        before, scrolled = self.current(), self.verticalScrollBar().value()
        self.files.show(files)
        row = self.files.row_of(before.path) if before else None
        if row is not None:
            self.setCurrentIndex(self.files.index(row, FILE))
            self.verticalScrollBar().setValue(scrolled)

    def current(self) -> NoteFile | None:
        """The file that the owner looks at."""
        row = self.currentIndex().row()
        return self.files.file(row) if 0 <= row < self.files.rowCount() else None

    def selected(self) -> list[NoteFile]:
        """Those of the selected files about which there is something to decide."""
        rows = self.selectionModel().selectedRows()
        return [file for row in rows if (file := self.files.file(row.row())).usable]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wished.emit()
        elif plain and key in WISHES and self.selected():
            self.wished.emit(self.selected(), WISHES[key])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        chosen = self.selected()
        if not chosen:
            return
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        corner = self.visualRect(self.currentIndex()).bottomLeft()
        place = self.viewport().mapToGlobal(corner) if keyboard else event.globalPos()
        menu = FilesMenu(chosen, self)
        menu.wished.connect(lambda use: self.wished.emit(chosen, use))
        menu.unmasking.connect(lambda unmasked: self.unmasking.emit(chosen, unmasked))
        menu.undo_wished.connect(self.undo_wished)
        menu.popup(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _needed(self, column: int) -> int:
        """Room for the heading and for whatever the column may say, in any language."""
        words = QFontMetrics(font("body"))
        head = QFontMetrics(font("caption")).horizontalAdvance(
            self.files.headerData(column, Qt.Orientation.Horizontal)
        )
        says = {
            SIZE: ("999.9 MiB",),
            TOKENS: ("99,999",),
            USE: self.files.uses(),
            WHY: (self.files.longest_remark,),
            FILE: (self.files.longest_name,),
        }[column]
        icon = px(15) + px(5) if column in (USE, WHY, FILE) else 0
        return max(head, icon + max(map(words.horizontalAdvance, says))) + 2 * PAD

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(32))
        fixed = {column: self._needed(column) for column in (SIZE, TOKENS, USE)}
        rest = max(px(160), self.viewport().width() - sum(fixed.values()))
        # Half is for the remarks, and more where the names are short.
        why = min(self._needed(WHY), max(rest // 2, rest - self._needed(FILE)))
        for column, width in {**fixed, FILE: rest - why, WHY: why}.items():
            self.setColumnWidth(column, width)


def _icon(file: NoteFile, column: int) -> str | None:
    if column == USE:
        return {"learn": "check", "held_out": "eye"}.get(file.use, "minus")
    if column == WHY:
        return (
            "pencil" if file.by_owner else "lock" if file.masked and file.use != "skip" else None
        )
    if column != FILE:
        return None
    if PurePath(file.path).suffix.lower() in PICTURES:
        return "image-off"
    return "file-x" if file.use == "skip" else "file-text"


def _tone(file: NoteFile, column: int) -> str:
    if column == WHY:
        return "warn" if file.reason else "text_2"
    return "text_3" if file.use == "skip" else "text"
