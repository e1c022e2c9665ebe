"""The conversations in which a voice spoke, newest first, read page by page as they are seen."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from adapters.catalog import conversations
from adapters.catalog.database import Catalog
from adapters.catalog.records import Conversation
from gui import background
from gui.chat.conversations.model import RowRole

PAGE = 50
Index = QModelIndex | QPersistentModelIndex


class SpokenIn(QAbstractListModel):
    """Whoever looks at it has to scroll for more than the first page."""

    def __init__(self, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._voice = 0
        self._rows: list[Conversation] = []
        self._is_complete = True
        self._reading = False

    def show_page(self, voice: int, first: list[Conversation]) -> None:
        """Begin anew, with what was read already."""
        self.beginResetModel()
        self._voice, self._rows = voice, first
        self._is_complete, self._reading = len(first) < PAGE, False
        self.endResetModel()

    def conversation(self, index: Index) -> Conversation:
        return self._rows[index.row()]

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        return not (parent.isValid() or self._is_complete or self._reading)

    def fetchMore(self, parent: Index) -> None:  # noqa: N802, ARG002 - Qt's name
        self._reading = True
        last, voice = self._rows[-1], self._voice
        background.run(
            lambda: conversations.page(self._catalog, PAGE, (last.updated, last.id), voice),
            lambda found: self._extend(last, found),
            owner=self,
        )

    def _extend(self, last: Conversation, found: list[Conversation]) -> None:
        if not self._rows or self._rows[-1] is not last:
            return  # another voice is shown by now
        self._reading, self._is_complete = False, len(found) < PAGE
        count = len(self._rows)
        if found:
            self.beginInsertRows(QModelIndex(), count, count + len(found) - 1)
            self._rows = [*self._rows, *found]
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        title = " ".join(row.title.split()) or self.tr("Conversation without a title")
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}. {row.preview}"
        return None
