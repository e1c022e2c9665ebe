"""What a search has found: titles and messages, with the words around."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from adapters.catalog.records import Hit

Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole


class HitsModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._hits: list[Hit] = []

    def show_hits(self, hits: list[Hit]) -> None:
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def row(self, index: Index) -> Hit:
        return self._hits[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(hit)
        if role == RowRole:
            return hit
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.title(hit)}. {hit.snippet}"
        return None

    def title(self, hit: Hit) -> str:
        return " ".join(hit.title.split()) or self.tr("New conversation")
