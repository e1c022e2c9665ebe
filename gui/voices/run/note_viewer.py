"""Shows a note as text, at the place that was found. Nothing of it is laid out or opened."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from engine.messages import NoteText
from gui.context import Context
from gui.reveal import reveal
from gui.theme.fonts import font
from gui.theme.tokens import colour, px
from gui.widgets.buttons import icon_button, secondary
from gui.widgets.labels import ElidedLabel
from gui.widgets.layouts import column, row
from gui.widgets.popover import Popover


class NoteViewer(Popover):
    """A card over the window: Esc closes it."""

    def __init__(self, context: Context, folder: Path, note: NoteText, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._file = file_of(folder, note.path)
        self.setAccessibleName(note.title)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(font("reading"))
        self.text.setPlainText(note.text)
        self.text.setAccessibleName(note.title)
        self.folder = secondary(self.tr("Show in its folder"), "folder-open").set_small()
        self.folder.setEnabled(self._file is not None)
        self.folder.clicked.connect(self._reveal)
        close = icon_button("x", self.tr("Close"))
        close.clicked.connect(self.close_card)
        self._lay_out(note, close)
        self._mark(note)

    def first_focus(self) -> QWidget:
        return self.text

    def _lay_out(self, note: NoteText, close: QWidget) -> None:
        titles = column(
            ElidedLabel(note.title, "heading"),
            ElidedLabel(note.path, "small", tone=2, mode=Qt.TextElideMode.ElideMiddle),
            gap=2,
        )
        head = row(gap=8)
        head.addLayout(titles, 1)
        head.addWidget(self.folder)
        head.addWidget(close)
        self.setLayout(column(head, self.text, gap=10, margins=(16, 12, 16, 16)))
        room = self._window.size()
        self.setFixedSize(min(px(760), room.width() - 64), min(px(560), room.height() - 64))

    def _mark(self, note: NoteText) -> None:
        """Mark every place and go to the first; Qt counts in halves of UTF-16."""
        marks = []
        for start, end in note.marks:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.text.document())
            first = _units(note.text[:start])
            mark.cursor.setPosition(first)
            last = first + _units(note.text[start:end])
            mark.cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            mark.format = QTextCharFormat()
            mark.format.setBackground(colour("warn_soft"))
            mark.format.setForeground(colour("text"))
            marks.append(mark)
        self.text.setExtraSelections(marks)
        if marks:
            place = QTextCursor(self.text.document())
            place.setPosition(marks[0].cursor.selectionStart())
            self.text.setTextCursor(place)
            self.text.centerCursor()

    def _reveal(self) -> None:
        if self._file is not None:
            reveal(self._file, self._context.notices)


def file_of(folder: Path, path: str) -> Path | None:
    """The file that holds the note at ``path``, if it lies inside of the folder, or is it.

    A note inside of an archive has the archive's path before its own. Only the file's folder
    is ever opened, never the file.
    """
    whole = (folder.parent if folder.is_file() else folder) / path
    for file in (whole, *whole.parents):
        if file.is_file():
            inside = file.resolve().is_relative_to(folder.resolve())
            return file if inside else None
    return None


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2
