"""The files of the folder as a Qt table model that filters and sorts by itself."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engine.messages import NoteFile
from gui import figures
from gui.voices.new_voice.remarks import details, remark
from gui.widgets.buttons import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
FILE, SIZE, TOKENS, USE, WHY = range(5)
FILE_ROLE = Qt.ItemDataRole.UserRole + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ALL = "all"


class FilesModel(QAbstractTableModel):
    """One row a file, of one use or all. Sorting goes by the value, not by its text.

    A proxy of Qt's would ask Python for each comparison: seconds for 10,000 files.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[NoteFile, ...] = ()
        self._files: list[NoteFile] = []  # those shown, in their order
        self._shown_use = ALL
        self._column, self._down = FILE, False
        self.longest_remark = ""  # by its letters, of those shown
        self.longest_name = ""

    def show(self, files: tuple[NoteFile, ...]) -> None:
        self._all = files
        self._arrange()

    def show_use(self, use: str) -> None:
        self._shown_use = use
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._down = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def change(self, paths: Collection[str], **values: object) -> None:
        """Show some files otherwise at once; the rows stay where they are."""
        self._all = tuple(_changed(file, paths, values) for file in self._all)
        self._files = [_changed(file, paths, values) for file in self._files]
        last = self.index(max(0, len(self._files) - 1), WHY)
        self.dataChanged.emit(self.index(0, FILE), last)

    def file(self, row: int) -> NoteFile:
        return self._files[row]

    def files(self) -> tuple[NoteFile, ...]:
        """All of them, also those that are not shown."""
        return self._all

    def row_of(self, path: str) -> int | None:
        return next((row for row, file in enumerate(self._files) if file.path == path), None)

    def _arrange(self) -> None:
        self.beginResetModel()
        shown = [file for file in self._all if self._shown_use in (ALL, file.use)]
        self._files = sorted(shown, key=KEYS[self._column], reverse=self._down)
        self.longest_remark = max(map(remark, self._files), key=len, default="")
        self.longest_name = max((file.path for file in self._files), key=len, default="")
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        file = self._files[index.row()]
        if role == FILE_ROLE:
            return file
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (FILE, WHY):
            return plain_tooltip(details(file) or file.path)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(file, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() in (SIZE, TOKENS) else LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("File"),
                self.tr("Size"),
                self.tr("Tokens"),
                self.tr("Use"),
                self.tr("Remarks"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section in (SIZE, TOKENS) else LEFT
        return None

    def _text(self, file: NoteFile, column: int) -> str:
        if column == FILE:
            return file.path
        if column == SIZE:
            return figures.size(file.bytes)
        if column == TOKENS:
            return "" if file.tokens is None else figures.whole(file.tokens)
        if column == USE:
            return self._use(file.use)
        return remark(file)

    def uses(self) -> tuple[str, ...]:
        """All words of the column that says what becomes of a file."""
        return tuple(self._use(use) for use in ("learn", "held_out", "skip"))

    def _use(self, use: str) -> str:
        return {"learn": self.tr("Learn"), "held_out": self.tr("Held out")}.get(
            use, self.tr("Skip")
        )


def _changed(file: NoteFile, paths: Collection[str], values: dict[str, Any]) -> NoteFile:
    return replace(file, **values) if file.path in paths else file


def _by_name(file: NoteFile) -> str:
    return file.path.casefold()


KEYS: dict[int, Callable[[NoteFile], Any]] = {
    FILE: _by_name,
    SIZE: lambda file: (file.bytes, _by_name(file)),
    TOKENS: lambda file: (-1 if file.tokens is None else file.tokens, _by_name(file)),
    USE: lambda file: (file.use, _by_name(file)),
    WHY: lambda file: (remark(file), _by_name(file)),
}


def counts(files: tuple[NoteFile, ...]) -> dict[str, int]:
    """How many files there are of each use, and of all."""
    found = {ALL: len(files), "learn": 0, "held_out": 0, "skip": 0}
    for file in files:
        found[file.use] += 1
    return found
