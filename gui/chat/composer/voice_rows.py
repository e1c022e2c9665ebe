"""The rows of the voice list: voices and blends, last used first, the model itself at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from adapters.catalog.records import Blend, Voice
from gui import figures
from gui.chat.speaker import Key, Speaker, colours, key_of, why_not

MOST_ROWS = 200
Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class VoiceRow:
    """One choice; ``reason`` says why it cannot be chosen."""

    speaker: Speaker
    name: str
    note: str = ""
    reason: str = ""
    chosen: bool = False

    @property
    def colours(self) -> tuple[str, ...]:
        return colours(self.speaker)


class VoiceRows(QAbstractListModel):
    """``fingerprint`` is that of the model that they have to fit, where one is known.

    ``base_too`` ends the list with the model itself.
    """

    def __init__(
        self,
        speakers: Sequence[Voice | Blend],
        fingerprint: str | None,
        chosen: Key,
        parent: QObject | None = None,
        base_too: bool = True,
    ) -> None:
        super().__init__(parent)
        self._speakers, self._fingerprint = speakers, fingerprint
        self._chosen, self._base_too = chosen, base_too
        self._rows: list[VoiceRow] = []
        self.find("")

    def find(self, words: str) -> None:
        """Show only those whose name holds ``words``; the model itself always."""
        wanted = words.casefold().strip()
        fitting = [one for one in self._speakers if wanted in one.name.casefold()]
        self.beginResetModel()
        self._rows = [self._row(one) for one in fitting[:MOST_ROWS]]
        if self._base_too:
            none = self.tr("No voice, the model itself")
            self._rows.append(VoiceRow(None, none, chosen=self._chosen is None))
        self.endResetModel()

    def row(self, index: Index) -> VoiceRow:
        return self._rows[index.row()]

    def first(self) -> int:
        """The row to begin at: the chosen one, else the first that can be chosen."""
        chosen = [n for n, row in enumerate(self._rows) if row.chosen]
        usable = [n for n, row in enumerate(self._rows) if not row.reason]
        return (chosen or usable or [-1])[0]

    def _row(self, speaker: Voice | Blend) -> VoiceRow:
        reason = why_not(speaker, self._fingerprint)
        note = reason or self._note(speaker)
        return VoiceRow(speaker, speaker.name, note, reason, key_of(speaker) == self._chosen)

    def _note(self, speaker: Voice | Blend) -> str:
        if isinstance(speaker, Voice):
            return figures.size(speaker.version.bytes)
        return self.tr("%n voices", "", len(speaker.parts))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chosen = [self.tr("chosen")] if row.chosen else []
            return ", ".join([row.name, *([row.note] if row.note else []), *chosen])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self._rows[index.row()]
        if row.reason and not isinstance(row.speaker, Blend):  # a blend can be mended
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
