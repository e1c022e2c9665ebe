"""Step 3: every file of the folder with what becomes of it, before anything is trained."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.messages import Failed, NotesPreview
from gui import figures
from gui.notices import Problem
from gui.reveal import short
from gui.voices.drop_area import choose_folder
from gui.voices.new_voice.files_model import ALL, counts
from gui.voices.new_voice.files_table import FilesTable
from gui.voices.new_voice.who_you_are import WhoYouAre
from gui.widgets.buttons import secondary
from gui.widgets.emptying import empty, shown_problem
from gui.widgets.error_card import ErrorCard
from gui.widgets.icon_field import IconField
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import card, column, row
from gui.widgets.ring import BusyRing
from gui.widgets.segments import Segments


class PreviewStep(QWidget):
    """Shows one of: reading, the table, a problem."""

    folder_given = Signal(object)  # another one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self.path = IconField("folder", self.tr("Notes folder"))
        self.path.setReadOnly(True)
        self.change = secondary(self.tr("Change folder"))
        self.change.clicked.connect(self._change)
        self.uses = Segments(
            self.tr("Which files"), dict.fromkeys((ALL, "learn", "held_out", "skip"), "")
        )
        self.uses.choose(ALL)
        self.total = ElidedLabel("", "small", tone=2)
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.who = WhoYouAre()
        self.table = FilesTable()
        self.uses.chosen.connect(self.table.files.show_use)
        self.reading = ElidedLabel("", tone=2)
        self.ring = BusyRing()
        self._places = QStackedWidget()
        self._trouble = column(gap=0)
        self._lay_out()

    def show_folder(self, folder: Path) -> None:
        """Start reading: the table waits."""
        self._folder = folder
        self.path.setText(short(folder))
        self.uses.hide()
        self.who.hide()
        self.total.setText("")
        self.show_seen(0)
        self._places.setCurrentIndex(0)

    def show_seen(self, count: int) -> None:
        self.reading.setText(self.tr("Reading the notes: %n files so far", "", count))

    def show_preview(self, preview: NotesPreview) -> None:
        found = counts(preview.files)
        texts = {
            ALL: self.tr("All {count}"),
            "learn": self.tr("Learn {count}"),
            "held_out": self.tr("Held out {count}"),
            "skip": self.tr("Skipped {count}"),
        }
        for use, text in texts.items():
            self.uses.set_text(use, text.format(count=figures.whole(found[use])))
        self.uses.show()
        total = self.tr("{count} tokens").format(count=figures.whole(preview.tokens))
        self.total.setText(total if preview.tokens else self.tr("nothing to learn from"))
        self.who.show_speakers(preview.speakers, preview.owner)
        self.table.show_files(preview.files)
        self._places.setCurrentIndex(1)

    def problem(self) -> str | None:
        """Why the folder cannot be read, in words, where that is shown."""
        return shown_problem(self._trouble) if self._places.currentIndex() == 2 else None

    def show_problem(self, failed: Failed) -> None:
        empty(self._trouble)
        another = secondary(self.tr("Choose another folder")).set_small()
        another.clicked.connect(self._change)
        self._trouble.addWidget(ErrorCard(Problem.of(failed), (another,), closable=False))
        self._places.setCurrentIndex(2)

    def _lay_out(self) -> None:
        reading = QWidget()
        reading.setLayout(column(row(self.ring, self.reading), None, margins=(4, 12, 0, 0)))
        trouble = QWidget()
        trouble.setLayout(column(self._trouble, None))
        table = card(column(self.table, gap=0, margins=(1, 1, 1, 1)))
        for place in (reading, table, trouble):
            self._places.addWidget(place)
        head = row(self.path, self.change)
        filters = row(self.uses)
        filters.addWidget(self.total, 1)
        layout = column(
            label(self.tr("What this voice will learn from"), "title"),
            head,
            filters,
            self.who,
            gap=10,
            margins=(20, 16, 20, 16),
        )
        layout.addWidget(self._places, 1)
        self.setLayout(layout)

    def _change(self) -> None:
        folder = choose_folder(self, self.tr("Choose a folder of notes"), self._folder)
        if folder is not None:
            self.folder_given.emit(folder)
