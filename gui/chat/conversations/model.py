"""The list of conversations: pages of them, newest first, with headings between."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from adapters.catalog import conversations
from adapters.catalog.database import Catalog
from adapters.catalog.records import Conversation
from gui import background
from gui.chat.conversations.groups import heading

PAGE = 50
Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Heading:
    """A row that cannot be chosen."""

    text: str


Row = Heading | Conversation


class ConversationsModel(QAbstractListModel):
    """``renamed`` when a title was edited in place; ``filled`` after each read."""

    renamed = Signal(int, str)
    filled = Signal()

    def __init__(self, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._loaded: list[Conversation] = []
        self._rows: list[Row] = []
        self.is_changing = False  # rows move, and with them a list's current one: nobody chose
        self._complete = self._reading = self._stale = False

    def refresh(self) -> None:
        """Read again as much as is shown; what did not change stays as it is."""
        if self._reading:
            self._stale = True
            return
        count = max(PAGE, len(self._loaded))
        self._read(lambda: conversations.page(self._catalog, count), self._renew)

    def place(self, conversation: int) -> int | None:
        """The row of a conversation, if it is loaded."""
        numbers = (
            number
            for number, row in enumerate(self._rows)
            if isinstance(row, Conversation) and row.id == conversation
        )
        return next(numbers, None)

    def newest(self) -> Conversation | None:
        return self._loaded[0] if self._loaded else None

    def row(self, index: Index) -> Row:
        return self._rows[index.row()]

    def near(self, conversation: int) -> Conversation | None:
        """The one to show when ``conversation`` goes: the next, else the one before."""
        ids = [loaded.id for loaded in self._loaded]
        if conversation not in ids:
            return self.newest()
        at = ids.index(conversation)
        others = self._loaded[at + 1 : at + 2] or self._loaded[max(0, at - 1) : at]
        return others[0] if others else None

    # --- reading ------------------------------------------------------------------------

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        return not (parent.isValid() or self._complete or self._reading)

    def fetchMore(self, parent: Index) -> None:  # noqa: N802, ARG002 - Qt's name
        last = self._loaded[-1] if self._loaded else None
        before = (last.updated, last.id) if last is not None else None
        self._read(lambda: conversations.page(self._catalog, PAGE, before), self._extend)

    def _read(
        self,
        function: Callable[[], list[Conversation]],
        then: Callable[[list[Conversation]], None],
    ) -> None:
        self._reading = True
        background.run(function, lambda found: self._take(found, then), owner=self)

    def _take(self, found: list[Conversation], then: Callable[[list[Conversation]], None]) -> None:
        self._reading = False
        self.is_changing = True
        then(found)
        self.is_changing = False
        self.filled.emit()
        if self._stale:
            self._stale = False
            self.refresh()

    def _extend(self, found: list[Conversation]) -> None:
        self._complete = len(found) < PAGE
        known = {loaded.id for loaded in self._loaded}
        self._show([*self._loaded, *(new for new in found if new.id not in known)])

    def _renew(self, found: list[Conversation]) -> None:
        self._complete = len(found) < max(PAGE, len(self._loaded))
        self._show(found)

    def _show(self, loaded: list[Conversation]) -> None:
        """Change only the rows between those that stay at the beginning and at the end."""
        self._loaded = loaded
        rows = _with_headings(loaded, date.today())
        before = _common(self._rows, rows)
        behind = _common(self._rows[before:][::-1], rows[before:][::-1])
        old_end, new_end = len(self._rows) - behind, len(rows) - behind
        if old_end - before == new_end - before:
            self._rows = rows
            if new_end > before:
                self.dataChanged.emit(self.index(before), self.index(new_end - 1))
            return
        if old_end > before:
            self.beginRemoveRows(QModelIndex(), before, old_end - 1)
            self._rows = self._rows[:before] + self._rows[old_end:]
            self.endRemoveRows()
        if new_end > before:
            self.beginInsertRows(QModelIndex(), before, new_end - 1)
            self._rows = rows
            self.endInsertRows()

    # --- what Qt asks -------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == RowRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.text if isinstance(row, Heading) else self.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.text if isinstance(row, Heading) else f"{self.title(row)}. {row.preview}"
        return None

    def setData(  # noqa: N802 - Qt's name
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        row = self._rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or isinstance(row, Heading):
            return False
        if str(value).strip() and str(value) != row.title:
            self.renamed.emit(row.id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen | Qt.ItemFlag.ItemIsEditable

    def title(self, conversation: Conversation) -> str:
        return " ".join(conversation.title.split()) or self.tr("New conversation")


def _with_headings(loaded: list[Conversation], today: date) -> list[Row]:
    rows: list[Row] = []
    last = ""
    for conversation in loaded:
        text = heading(conversation.updated, today)
        if text != last:
            rows.append(Heading(text))
            last = text
        rows.append(conversation)
    return rows


def _common(one: list[Row], other: list[Row]) -> int:
    """How many rows both begin with."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
