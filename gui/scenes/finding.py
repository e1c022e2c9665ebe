"""Find in the open scene: the fields whose words hold what is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from adapters.catalog.folding import fold
from engine.scene.fields.field_type import whole_text
from engine.scene.model import Scene, walk
from gui.scenes.document import SceneDocument
from gui.widgets.icon_field import IconField
from gui.widgets.labels import label
from gui.widgets.layouts import column


def found(scene: Scene, words: str) -> list[str]:
    """Ids of the fields in which all the words stand, in the order of the document."""
    terms = fold(words).split()
    if not terms:
        return []
    named = {link.source: "" for link in scene.links}
    for link in scene.links:
        named[link.source] += f"\n{link.label}"
    texts = ((one.id, fold(whole_text(one) + named.get(one.id, ""))) for one in walk(scene.fields))
    return [id for id, text in texts if all(term in text for term in terms)]


class _Field(IconField):
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F3:
                self.stepped.emit(-1 if back else 1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case _:
                super().keyPressEvent(event)


class Finder(QWidget):
    """Enter goes to the next field, Shift+Enter to the one before."""

    def __init__(self, document: SceneDocument) -> None:
        super().__init__()
        self._document = document
        name = self.tr("Find in the scene")
        self.field = _Field("search", name)
        self.field.setPlaceholderText(name)
        self.told = label("", "small", 2)
        self.setLayout(column(self.field, self.told, gap=4))
        self.told.hide()
        self.field.textChanged.connect(self._typed)
        self.field.stepped.connect(self.step)
        document.changed.connect(self._tell)
        document.selected.connect(self._tell)

    def begin(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def step(self, by: int) -> None:
        """To another of the fields that were found, round and round."""
        ids = found(self._document.scene, self.field.text())
        if ids:
            at = self._at(ids)
            here = at + by if at is not None else (0 if by > 0 else -1)
            self._document.select(ids[here % len(ids)])

    def _typed(self) -> None:
        ids = found(self._document.scene, self.field.text())
        if ids and self._at(ids) is None:
            self._document.select(ids[0])
        self._tell()

    def _at(self, ids: list[str]) -> int | None:
        chosen = self._document.chosen_field()
        return ids.index(chosen.id) if chosen is not None and chosen.id in ids else None

    def _tell(self) -> None:
        text = self.field.text().strip()
        self.told.setVisible(bool(text))
        if not text:
            return
        ids = found(self._document.scene, text)
        at = self._at(ids)
        if not ids:
            self.told.setText(self.tr("Nothing was found"))
        elif at is None:
            self.told.setText(self.tr("%Ln fields", "", len(ids)))
        else:
            words = self.tr("{number} of {count}")
            self.told.setText(words.format(number=at + 1, count=len(ids)))
