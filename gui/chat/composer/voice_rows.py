"""The rows of the voice list: voices, last used first, and the model itself at the end."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from adapters.catalog.records import Voice
from engine.messages import ModelChanged
from gui import figures

MOST_ROWS = 200
Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class VoiceRow:
    """One choice; ``reason`` says why it cannot be chosen. ``voice`` None: the model itself."""

    voice: Voice | None
    name: str
    note: str = ""
    reason: str = ""
    chosen: bool = False


class VoiceRows(QAbstractListModel):
    def __init__(
        self,
        voices: list[Voice],
        model: ModelChanged | None,
        chosen: int | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._voices, self._model, self._chosen = voices, model, chosen
        self._rows: list[VoiceRow] = []
        self.find("")

    def find(self, words: str) -> None:
        """Show only voices whose name holds ``words``; the model itself always."""
        wanted = words.casefold().strip()
        fitting = [voice for voice in self._voices if wanted in voice.name.casefold()]
        self.beginResetModel()
        self._rows = [self._row(voice) for voice in fitting[:MOST_ROWS]]
        none = self.tr("No voice, the model itself")
        self._rows.append(VoiceRow(None, none, chosen=self._chosen is None))
        self.endResetModel()

    def row(self, index: Index) -> VoiceRow:
        return self._rows[index.row()]

    def first(self) -> int:
        """The row to begin at: the chosen one, else the first that can be chosen."""
        chosen = [n for n, row in enumerate(self._rows) if row.chosen]
        usable = [n for n, row in enumerate(self._rows) if not row.reason]
        return (chosen or usable)[0]

    def _row(self, voice: Voice) -> VoiceRow:
        fits = self._model is None or voice.model_fingerprint == self._model.fingerprint
        reason = "" if fits else self.tr("for {model}").format(model=voice.model_name)
        note = reason or figures.size(voice.version.bytes)
        return VoiceRow(voice, voice.name, note, reason, voice.id == self._chosen)

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
        if self._rows[index.row()].reason:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
