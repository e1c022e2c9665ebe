"""Step 2: where the notes are."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.reveal import short
from gui.voices.drop_area import DropArea, choose_archive, choose_folder
from gui.voices.new_voice.sample import SAMPLE_NOTES
from gui.widgets.buttons import ghost, secondary
from gui.widgets.error_card import Sign
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import card, column, row


class FolderStep(QWidget):
    """``given`` carries the Path of a folder or zip: chosen, dropped, or the sample notes."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self.area = DropArea(self.tr("Drop a folder or a zip of notes here"), height=180)
        self.area.folder_given.connect(self.given)
        self.choose = secondary(self.tr("Choose a folder"), "folder-open")
        self.choose.clicked.connect(self._choose)
        self.archive = ghost(self.tr("Choose a zip"), "box")
        self.archive.clicked.connect(self._choose_archive)
        self.sample = ghost(self.tr("Use the sample notes"), "file-text")
        self.sample.clicked.connect(lambda: self.given.emit(SAMPLE_NOTES))
        self._path = ElidedLabel("", "body")
        self._chosen = card(
            row(Sign("folder", "text_2"), self._path, gap=10, margins=(14, 10, 14, 10))
        )
        self._lay_out()
        self.show_folder(None)

    def show_folder(self, folder: Path | None) -> None:
        self._folder = folder
        self._chosen.setVisible(folder is not None)
        self._path.setText(short(folder) if folder else "")

    def _lay_out(self) -> None:
        about = self.tr(
            "Timbre reads Markdown, text, HTML, Word, PDF, RTF, Org and EPUB files, exports of "
            "Evernote, Telegram and WhatsApp, chats as JSON or CSV, and zip archives of these. "
            "About a tenth of the notes is held out, to see whether the voice learns."
        )
        self.setLayout(
            column(
                label(self.tr("Where are your notes?"), "title"),
                label(about, tone=2, wrap=True),
                8,
                self.area,
                row(self.choose, self.archive, self.sample, None),
                4,
                self._chosen,
                None,
                gap=8,
                margins=(20, 18, 20, 16),
            )
        )

    def _choose(self) -> None:
        folder = choose_folder(self, self.tr("Choose a folder of notes"), self._folder)
        if folder is not None:
            self.given.emit(folder)

    def _choose_archive(self) -> None:
        archive = choose_archive(self, self.tr("Choose a zip of notes"))
        if archive is not None:
            self.given.emit(archive)
