"""The trash: how much is in it, what, and emptying it."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QWidget

from adapters.catalog import trash
from adapters.catalog.database import Catalog
from gui import background
from gui.context import Context
from gui.settings.trash_list import TrashList
from gui.widgets.buttons import secondary
from gui.widgets.labels import label
from gui.widgets.layouts import column, row


class TrashBox(QWidget):
    """Emptying takes two clicks, because it cannot be undone."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._catalog, self._voices = context.catalog, context.places.voices
        self._full = self._sure = False
        self.amount = label("", "small", tone=3)
        self.look = secondary("", "eye").set_small()
        self.empty = secondary("", "trash-2").set_small()
        self.list = TrashList(context)
        self.list.hide()
        head = row(gap=8)
        head.addLayout(column(label(self.tr("Trash")), self.amount, gap=2), 1)
        head.addWidget(self.look)
        head.addWidget(self.empty)
        self.setLayout(column(head, self.list, gap=8))
        self.look.clicked.connect(self._toggle)
        self.empty.clicked.connect(self._press)
        self.list.restored.connect(self.refresh)
        self._show_buttons()

    def refresh(self) -> None:
        """Count again what lies in the trash."""
        self._sure = False
        catalog = self._catalog
        background.run(lambda: trash.contents(catalog), self._take, owner=self)

    def _take(self, found: trash.Trash) -> None:
        self._full = bool(found.conversations or found.voices)
        talks = self.tr("%n conversations", "", found.conversations)
        voices = self.tr("%n voices", "", found.voices)
        both = self.tr("{conversations} and {voices}").format(conversations=talks, voices=voices)
        self.amount.setText(both if self._full else self.tr("The trash is empty."))
        if not self._full:
            self.list.hide()
        elif not self.list.isHidden():
            self.list.refresh()
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in (self.look, self.empty):
            button.setEnabled(self._full)
        sure = self.tr("Delete for good")
        self.empty.setText(sure if self._sure else self.tr("Empty the trash"))
        self.look.setText(self.tr("Show") if self.list.isHidden() else self.tr("Hide"))

    def _toggle(self) -> None:
        self.list.setVisible(self.list.isHidden())
        if not self.list.isHidden():
            self.list.refresh()
        self._show_buttons()

    def _press(self) -> None:
        if not self._sure:
            self._sure = True
            self._show_buttons()
            return
        catalog, voices = self._catalog, self._voices
        background.run(lambda: _empty(catalog, voices), lambda _: self.refresh(), owner=self)


def _empty(catalog: Catalog, voices: Path) -> None:
    """Rows first, then their folders: a folder without a row is found at the next start."""
    for folder in trash.emptied(catalog).folders:
        shutil.rmtree(voices / folder, ignore_errors=True)
