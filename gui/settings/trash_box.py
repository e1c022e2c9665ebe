"""The trash: how much is in it, what, and emptying it."""

import shutil

from PySide6.QtWidgets import QWidget

from adapters.catalog import trash
from engine.places import Places
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
        self._catalog, self._places = context.catalog, context.places
        self._writer = context.writer
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
        self._full = any(vars(found).values())
        talks = self.tr("%n conversations", "", found.conversations)
        voices = self.tr("%n voices", "", found.voices)
        runs = self.tr("%n trainings", "", found.runs)
        blends = self.tr("%n blends", "", found.blends)
        versions = self.tr("%n versions", "", found.versions)
        scenes = self.tr("%n scenes", "", found.scenes)
        all_ = ", ".join(
            words
            for words, count in (
                (talks, found.conversations),
                (voices, found.voices),
                (runs, found.runs),
                (blends, found.blends),
                (versions, found.versions),
                (scenes, found.scenes),
            )
            if count
        )
        self.amount.setText(all_ if self._full else self.tr("The trash is empty."))
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
        catalog = self._catalog
        self._sure = False  # also where it fails
        self._show_buttons()
        self._writer.put(lambda: trash.emptied(catalog), self._emptied, owner=self)

    def _emptied(self, gone: trash.Emptied) -> None:
        """The rows are gone; a folder that stays behind is found at the next start."""
        places = self._places
        background.run(lambda: _remove(gone, places), lambda _: self.refresh(), owner=self)


def _remove(gone: trash.Emptied, places: Places) -> None:
    for folder in gone.folders:
        shutil.rmtree(places.voices / folder, ignore_errors=True)
    for run in gone.runs:
        shutil.rmtree(places.checkpoints / str(run), ignore_errors=True)
