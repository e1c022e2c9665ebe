"""The menu of the files of a folder: what becomes of them is the owner's to decide."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from adapters.catalog.records import NoteUse
from engine.messages import NoteFile
from gui.theme.icons import icon

# The same by a key; None leaves it to Timbre.
WISHES: dict[Qt.Key, NoteUse | None] = {
    Qt.Key.Key_L: "learn",
    Qt.Key.Key_H: "held_out",
    Qt.Key.Key_S: "skip",
    Qt.Key.Key_Backspace: None,
    Qt.Key.Key_Delete: None,
}


class FilesMenu(QMenu):
    """Of one file or of several; a tick stands where all of them agree."""

    wished = Signal(object)  # "learn", "held_out", "skip" or None
    unmasking = Signal(bool)
    undo_wished = Signal()

    def __init__(self, files: Sequence[NoteFile], parent: QWidget) -> None:
        super().__init__(parent)
        self._files = files
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("What becomes of these notes"))
        self._wish(self.tr("Learn"), "learn", Qt.Key.Key_L)
        self._wish(self.tr("Hold out"), "held_out", Qt.Key.Key_H)
        self._wish(self.tr("Skip"), "skip", Qt.Key.Key_S)
        self.addSeparator()
        back = self._add(self.tr("Leave it to Timbre"), lambda: self.wished.emit(None))
        back.setShortcut(QKeySequence(Qt.Key.Key_Backspace))
        back.setEnabled(any(file.by_owner for file in files))
        if any(file.masked for file in files):
            self._masking()
        self.addSeparator()
        undo = self._add(self.tr("Undo the last decision"), lambda: self.undo_wished.emit())
        undo.setIcon(icon("undo-2", "text_2"))
        undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))

    def _wish(self, text: str, use: str, key: Qt.Key) -> None:
        entry = self._add(text, lambda: self.wished.emit(use))
        entry.setShortcut(QKeySequence(key))
        entry.setCheckable(True)
        entry.setChecked(all(file.use == use for file in self._files))

    def _masking(self) -> None:
        on = all(file.unmasked for file in self._files if file.masked)
        entry = self._add(
            self.tr("Learn passwords and keys as they stand"), lambda: self.unmasking.emit(not on)
        )
        entry.setCheckable(True)
        entry.setChecked(on)

    def _add(self, text: str, function: Callable[[], None]) -> QAction:
        entry = self.addAction(text)
        entry.setShortcutVisibleInContextMenu(True)
        entry.triggered.connect(function)
        return entry
