"""The kept scenes as a tree: below the open one its fields, with their tokens beside them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from engine.scene.fields import TYPES
from engine.scene.model import Field
from gui import figures
from gui.scenes.counts import Counts
from gui.scenes.document import SceneDocument
from gui.scenes.looks import name_of
from gui.scenes.shelf import Entry, Shelf
from gui.translate import words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
MIME = "application/x-timbre-fields"
RowRole = Qt.ItemDataRole.UserRole
NAME, TOKENS = 0, 1
TOP = 0  # number of the invisible root


@dataclass
class Node:
    """One row. Its number is the same for as long as the field or scene is there."""

    row: Entry | Field | None
    parent: int
    at: int
    children: list[int] = field(default_factory=list)


class OutlineModel(QAbstractItemModel):
    """``moved`` asks for fields (ids) to be put into a field, or None, at a place.

    ``renamed`` carries an ``Entry`` or ``Field`` and its new title.
    """

    moved = Signal(object, object, int)
    renamed = Signal(object, str)

    def __init__(
        self, shelf: Shelf, document: SceneDocument, counts: Counts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shelf, self._document, self._counts = shelf, document, counts
        self._open: int | None = None
        self._nodes: dict[int, Node] = {TOP: Node(None, TOP, 0)}
        self._numbers: dict[tuple[str, object], int] = {}
        shelf.changed.connect(self.refresh)
        document.changed.connect(self.refresh)
        counts.changed.connect(self._count)

    # --- what is shown ------------------------------------------------------------------

    def set_open(self, scene: int | None) -> None:
        """The kept scene that the document holds."""
        self._open = scene
        self.refresh()

    @property
    def open_scene(self) -> int | None:
        return self._open

    def refresh(self) -> None:
        """Show the newest; what is there still keeps its place, its openness and the choice."""
        nodes = self._built()
        if _shape(nodes) == _shape(self._nodes):
            self._replace(nodes)
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        self._nodes = nodes
        self.changePersistentIndexList(before, [self._again(index) for index in before])
        self.layoutChanged.emit()

    def _built(self) -> dict[int, Node]:
        nodes = {TOP: Node(None, TOP, 0)}
        for entry in self._shelf.entries():
            fields = self._document.scene.fields if entry.id == self._open else ()
            self._add(nodes, ("scene", entry.id), entry, TOP, fields)
        return nodes

    def _replace(self, nodes: dict[int, Node]) -> None:
        """The same tree: only the rows that read otherwise are painted anew."""
        before, self._nodes = self._nodes, nodes
        for number, node in nodes.items():
            if number != TOP and node.row is not before[number].row:
                self.dataChanged.emit(self._at(number), self._at(number, TOKENS))

    def row(self, index: Index) -> Entry | Field | None:
        return self._nodes[index.internalId()].row if index.isValid() else None

    def index_of(self, id: str) -> QModelIndex:
        """Where a field of the open scene is."""
        return self._at(self._numbers.get(("field", id)))

    def index_of_scene(self, id: int | None) -> QModelIndex:
        return self._at(self._numbers.get(("scene", id)))

    def _add(
        self,
        nodes: dict[int, Node],
        key: tuple[str, object],
        row: Entry | Field,
        parent: int,
        below: Iterable[Field],
    ) -> None:
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        siblings = nodes[parent].children
        nodes[number] = Node(row, parent, len(siblings))
        siblings.append(number)
        for one in below:
            self._add(nodes, ("field", one.id), one, number, one.fields)

    def _at(self, number: int | None, column: int = NAME) -> QModelIndex:
        if number is None or number not in self._nodes:
            return QModelIndex()
        return self.createIndex(self._nodes[number].at, column, number)

    def _again(self, index: QModelIndex) -> QModelIndex:
        return self._at(index.internalId(), index.column())

    def _count(self) -> None:
        """New figures for the fields of the open scene."""
        top = self.index_of_scene(self._open)
        if top.isValid():
            self.dataChanged.emit(top, top.siblingAtColumn(TOKENS))
            self._count_below(top)

    def _count_below(self, parent: QModelIndex) -> None:
        rows = self.rowCount(parent)
        if rows:
            first, last = self.index(0, TOKENS, parent), self.index(rows - 1, TOKENS, parent)
            self.dataChanged.emit(first, last)
            for number in range(rows):
                self._count_below(self.index(number, NAME, parent))

    # --- as Qt asks for it ----------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        siblings = self._nodes[parent.internalId() if parent.isValid() else TOP].children
        return self._at(siblings[row], column) if 0 <= row < len(siblings) else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        return self._at(node.parent) if node is not None and node.parent != TOP else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        if parent.column() > NAME:
            return 0
        node = self._nodes.get(parent.internalId() if parent.isValid() else TOP)
        return len(node.children) if node is not None else 0

    def hasChildren(self, parent: Index = _ROOT) -> bool:  # noqa: N802 - Qt calls it
        """A scene that is not open has an arrow, too: opening its branch opens it."""
        if isinstance(self.row(parent), Entry) and parent.column() == NAME:
            return True
        return self.rowCount(parent) > 0

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: ARG002 - Qt calls it
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None or role not in _ROLES:
            return None
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.EditRole:
            return row.title
        if index.column() == TOKENS:
            return self._tokens(row, spoken=role == Qt.ItemDataRole.AccessibleTextRole)
        return self._name(row, spoken=role == Qt.ItemDataRole.AccessibleTextRole)

    def _name(self, row: Entry | Field, spoken: bool) -> str:
        if isinstance(row, Entry):
            return row.title or self.tr("Untitled scene")
        kind = words(TYPES[row.type].label)
        return f"{kind}: {row.title}" if spoken and row.title else name_of(row)

    def _tokens(self, row: Entry | Field, spoken: bool) -> str:
        if isinstance(row, Entry):
            count = self._counts.told.total if row.id == self._open else None
        else:
            count = self._counts.of(row.id)
        if count is None:
            return ""
        return self.tr("%Ln tokens", "", count) if spoken else figures.whole(count)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt calls it
        row = self.row(index)
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.renamed.emit(row, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None:
            return _NOTHING
        if isinstance(row, Field):
            return _OF_FIELD if index.column() == NAME else _OF_TOKENS
        return _OF_OPEN if row.id == self._open else _OF_SCENE

    # --- dragging ---------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt calls it
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt calls it
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt calls it
        rows = [self.row(index) for index in indexes if index.column() == NAME]
        made = QMimeData()
        ids = [row.id for row in rows if isinstance(row, Field)]
        made.setData(MIME, json.dumps(ids).encode())
        return made

    def dropMimeData(  # noqa: N802 - Qt calls it
        self,
        data: QMimeData,
        action: Qt.DropAction,  # noqa: ARG002
        row: int,
        column: int,  # noqa: ARG002
        parent: Index,
    ) -> bool:
        """Never done here: the document is changed, and then shows it."""
        target = self.row(parent)
        if target is None or not data.hasFormat(MIME):
            return False
        ids: list[str] = json.loads(bytes(data.data(MIME).data()))
        at = self.rowCount(parent) if row < 0 else row
        before = [self.index(n, NAME, parent) for n in range(at)]
        at -= sum(getattr(self.row(one), "id", None) in ids for one in before)
        self.moved.emit(ids, target.id if isinstance(target, Field) else None, at)
        return False


def _shape(nodes: dict[int, Node]) -> list[tuple[int, list[int]]]:
    return [(number, node.children) for number, node in nodes.items()]


_FLAG = Qt.ItemFlag
_NOTHING = _FLAG.NoItemFlags
_OF_TOKENS = _FLAG.ItemIsEnabled | _FLAG.ItemIsSelectable | _FLAG.ItemIsDropEnabled
_OF_SCENE = _FLAG.ItemIsEnabled | _FLAG.ItemIsSelectable | _FLAG.ItemIsEditable
_OF_OPEN = _OF_SCENE | _FLAG.ItemIsDropEnabled
_OF_FIELD = _OF_OPEN | _FLAG.ItemIsDragEnabled
_ROLES = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.AccessibleTextRole,
    RowRole,
}
