"""The lines of the compiled prompt as a list: whose words they are, and how many tokens."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engine.scene.model import Field, Scene, walk
from gui import figures
from gui.scenes.looks import name_of
from gui.scenes.told import Told

RowRole = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


@dataclass(frozen=True)
class Line:
    """``reason`` says why a field is not told; then it has no text."""

    field: Field
    text: str
    tokens: int
    reason: str = ""


def lines(scene: Scene, told: Told) -> list[Line]:
    """Each field once, in the order of the prompt; those that are not told come last."""
    known = {one.id: one for one in walk(scene.fields)}
    texts: dict[str, list[str]] = {}
    for piece in told.pieces:
        texts.setdefault(piece.field, []).append(" ".join(piece.text.split()))
    counts = told.tokens()
    spoken = [
        Line(known[id], " ".join(text), counts[id]) for id, text in texts.items() if id in known
    ]
    left = [
        Line(known[one.field], "", one.tokens, one.reason)
        for one in told.left_out
        if one.field in known
    ]
    return spoken + left


class PromptRows(QAbstractListModel):
    """What the strip lists."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()

    def show_lines(self, made: Sequence[Line]) -> None:
        if made == self._lines:
            return
        if [one.field.id for one in made] == [one.field.id for one in self._lines]:
            self._lines = made
            self.dataChanged.emit(self.index(0), self.index(len(made) - 1))
            return
        self.beginResetModel()
        self._lines = made
        self.endResetModel()

    def lines(self) -> Sequence[Line]:
        return self._lines

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == RowRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of(line.field)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def in_words(self, line: Line) -> str:
        """What stands behind the name: its words, or why it has none."""
        return line.text or self._reasons().get(line.reason, "")

    def _spoken(self, line: Line) -> str:
        return f"{name_of(line.field)}, {figures.whole(line.tokens)}: {self.in_words(line)}"

    def _reasons(self) -> dict[str, str]:
        return {
            "never": self.tr("never told"),
            "not mentioned": self.tr("told when it is mentioned"),
            "chance": self.tr("left out by chance"),
            "around": self.tr("what it is inside of is not told"),
            "empty": self.tr("has no words yet"),
            "budget": self.tr("left out: the scene is too large"),
        }
