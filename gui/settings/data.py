"""Where the owner's data lies, the log, and the trash."""

from pathlib import Path

from PySide6.QtCore import Qt

from gui.context import Context
from gui.reveal import read, reveal, short
from gui.settings.section import Section
from gui.settings.trash_box import TrashBox
from gui.widgets.buttons import Button, secondary
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import column


class Data(Section):
    """``refresh`` counts the trash again."""

    def __init__(self, context: Context) -> None:
        super().__init__(self.tr("Data"))
        places = context.places
        self.folder = secondary(self.tr("Open folder"), "folder-open").set_small()
        self.log = secondary(self.tr("Open log"), "file-text").set_small()
        self.folder.clicked.connect(lambda: reveal(places.data, context.notices))
        self.log.clicked.connect(lambda: read(places.log, context.notices))
        self._add_place(self.tr("Data folder"), places.data, self.folder)
        self._add_place(self.tr("Log"), places.log, self.log)
        self.trash = TrashBox(context)
        self.add_whole(self.trash)

    def refresh(self) -> None:
        self.trash.refresh()

    def _add_place(self, title: str, path: Path, button: Button) -> None:
        where = ElidedLabel(short(path), "small", 3, Qt.TextElideMode.ElideMiddle)
        self.add_beside(column(label(title), where, gap=2), button)
