"""Where the owner's data lies, the log, and the trash."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt

from adapters.catalog import trash
from adapters.catalog.database import Catalog
from gui import background
from gui.context import Context
from gui.reveal import read, reveal, short
from gui.settings.section import Section
from gui.widgets.buttons import Button, secondary
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import column


class Data(Section):
    """Emptying the trash takes two clicks, because it cannot be undone."""

    def __init__(self, context: Context) -> None:
        super().__init__(self.tr("Data"))
        self._context = context
        places = context.places
        self.folder = secondary(self.tr("Open folder"), "folder-open").set_small()
        self.log = secondary(self.tr("Open log"), "file-text").set_small()
        self.folder.clicked.connect(lambda: reveal(places.data, context.notices))
        self.log.clicked.connect(lambda: read(places.log, context.notices))
        self._add_place(self.tr("Data folder"), places.data, self.folder)
        self._add_place(self.tr("Log"), places.log, self.log)
        self.amount = label("", "small", tone=3)
        self.empty = secondary("", "trash-2").set_small()
        self.empty.clicked.connect(self._press)
        self._sure = False
        self._add_trash()
        self.refresh()

    def refresh(self) -> None:
        """Count what lies in the trash."""
        self._sure = False
        catalog = self._context.catalog
        background.run(lambda: trash.contents(catalog), self._show, owner=self)

    def _add_place(self, title: str, path: Path, button: Button) -> None:
        where = ElidedLabel(short(path), "small", 3, Qt.TextElideMode.ElideMiddle)
        self.add_beside(column(label(title), where, gap=2), button)

    def _add_trash(self) -> None:
        words = column(label(self.tr("Trash")), self.amount, gap=2)
        self.add_beside(words, self.empty)

    def _show(self, found: trash.Trash) -> None:
        self._full = bool(found.conversations or found.voices)
        talks = self.tr("%n conversations", "", found.conversations)
        voices = self.tr("%n voices", "", found.voices)
        both = self.tr("{conversations} and {voices}").format(conversations=talks, voices=voices)
        self.amount.setText(both if self._full else self.tr("The trash is empty."))
        self._show_button()

    def _show_button(self) -> None:
        self.empty.setEnabled(self._full)
        sure = self.tr("Delete for good")
        self.empty.setText(sure if self._sure else self.tr("Empty the trash"))

    def _press(self) -> None:
        if not self._sure:
            self._sure = True
            self._show_button()
            return
        catalog, voices = self._context.catalog, self._context.places.voices
        background.run(lambda: _empty(catalog, voices), lambda _: self.refresh(), owner=self)


def _empty(catalog: Catalog, voices: Path) -> None:
    """Rows first, then their folders: a folder without a row is found at the next start."""
    for folder in trash.emptied(catalog).folders:
        shutil.rmtree(voices / folder, ignore_errors=True)
