"""The files of the folder as a Qt table model, and the filter over it."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from engine.messages import NoteFile
from gui import figures
from gui.translate import words

Index = QModelIndex | QPersistentModelIndex
FILE, SIZE, TOKENS, USE, WHY = range(5)
FILE_ROLE = Qt.ItemDataRole.UserRole + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ALL = "all"


class FilesModel(QAbstractTableModel):
    """One row a file. Sorting goes by the value, not by its text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[NoteFile, ...] = ()

    def show(self, files: tuple[NoteFile, ...]) -> None:
        self.beginResetModel()
        self._files = files
        self.endResetModel()

    def file(self, row: int) -> NoteFile:
        return self._files[row]

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
                self.tr("Why skipped"),
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
        return words(file.reason) if file.reason else ""

    def uses(self) -> tuple[str, ...]:
        """All words of the column that says what becomes of a file."""
        return tuple(self._use(use) for use in ("learn", "held_out", "skip"))

    def _use(self, use: str) -> str:
        return {"learn": self.tr("Learn"), "held_out": self.tr("Held out")}.get(
            use, self.tr("Skip")
        )


class FilesFilter(QSortFilterProxyModel):
    """Shows the files of one use, or all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files = FilesModel(self)
        self.setSourceModel(self.files)
        self._use = ALL

    def show_use(self, use: str) -> None:
        self.beginFilterChange()
        self._use = use
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: ARG002 - Qt calls it
        return self._use in (ALL, self.files.file(row).use)

    def lessThan(self, left: Index, right: Index) -> bool:
        return self._key(left) < self._key(right)

    def _key(self, index: Index) -> tuple[Any, str]:
        file = self.files.file(index.row())
        name = file.path.casefold()
        first: Any = {
            SIZE: file.bytes,
            TOKENS: -1 if file.tokens is None else file.tokens,
            USE: file.use,
            WHY: words(file.reason) if file.reason else "",
        }.get(index.column(), name)
        return first, name


def counts(files: tuple[NoteFile, ...]) -> dict[str, int]:
    """How many files there are of each use, and of all."""
    found = {ALL: len(files), "learn": 0, "held_out": 0, "skip": 0}
    for file in files:
        found[file.use] += 1
    return found
