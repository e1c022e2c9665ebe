"""Find in my notes: what a voice does not know, the notes it learned from still say."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from engine.messages import Failed, FindNotes, FoundNotes, FoundSoFar, NoteHit, NoteText, ReadNote
from gui.context import Context
from gui.theme.tokens import px, theme
from gui.translate import words
from gui.voices.run.hit_delegate import HIT_ROLE, HitDelegate
from gui.voices.run.note_viewer import NoteViewer
from gui.widgets.icon_field import IconField
from gui.widgets.labels import label
from gui.widgets.layouts import column

SETTLE_MS = 250
SHOWN = 5  # hits that are seen without scrolling


class FindNotesCard(QFrame):
    """A search field and its hits; Enter on a hit shows the note at the place."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._folder = ""
        self._job: int | None = None
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Find in my notes"))
        self.field = IconField("search", self.tr("Find in my notes"))
        self.field.setPlaceholderText(self.tr("Words in your notes"))
        self.field.setClearButtonEnabled(False)
        self.told = label("", "small", tone=2, wrap=True)
        self.hits = _Hits()
        self.hits.setAccessibleName(self.tr("Notes that were found"))
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.search)
        self._lay_out()
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._enter)
        self.hits.itemActivated.connect(self._open)
        theme.changed.connect(self._fit)
        self._show(())

    def show_folder(self, folder: str) -> None:
        """Whose notes are searched; an empty one hides the card."""
        if folder != self._folder:
            self._stop()
            self._folder = folder
            self.field.clear()
        self.setVisible(bool(folder))

    def search(self) -> None:
        """Look for what the field says, now."""
        self._stop()
        sought = self.field.text().strip()
        if not sought or not self._folder:
            self._show(())
            return
        job = self._context.bridge.submit(
            FindNotes(self._folder, sought),
            on_update=lambda update: self._hear(job, update),
            on_finished=lambda found: self._take(job, found),
            on_failed=lambda failed: self._fail(job, failed),
            owner=self,
        )
        self._job = job

    def _typed(self) -> None:
        self._settle.start()

    def _enter(self) -> None:
        """To the hits, where there are some for these very words."""
        if self._settle.isActive():
            self.search()
        elif self.hits.count():
            self.hits.setCurrentRow(0)
            self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> None:
        self._settle.stop()
        if self._job is not None:
            self._context.bridge.cancel(self._job)
            self._job = None

    def _hear(self, job: int, update: object) -> None:
        if job == self._job and isinstance(update, FoundSoFar) and update.hits:
            self._show(update.hits)

    def _take(self, job: int, found: FoundNotes) -> None:
        if job == self._job:
            self._job = None
            self._show(found.hits)
            count = len(found.hits)
            self.told.setText(
                self.tr("%n notes found", "", count) if count else self.tr("No note says that.")
            )
            self.told.show()

    def _fail(self, job: int, failed: Failed) -> None:
        if job == self._job:
            self._job = None
            self.told.setText(f"{words(failed.what)} {words(failed.why)}")
            self.told.show()

    def _show(self, hits: tuple[NoteHit, ...]) -> None:
        self.told.setVisible(False)
        self.hits.show_hits(hits)
        self._fit()

    def _fit(self) -> None:
        rows = min(SHOWN, self.hits.count())
        self.hits.setVisible(rows > 0)
        self.hits.setFixedHeight(rows * px(HitDelegate.HEIGHT) + 2)

    def _open(self, item: QListWidgetItem) -> None:
        hit: NoteHit = item.data(HIT_ROLE)
        self._context.bridge.submit(
            ReadNote(self._folder, hit.path, self.field.text()),
            on_finished=self._view,
            on_failed=self._context.notices.problem,
            owner=self,
        )

    def _view(self, note: NoteText) -> None:
        NoteViewer(self._context, Path(self._folder), note, self).open_in_middle()

    def _lay_out(self) -> None:
        about = self.tr("A voice learns manner, not facts. What your notes say is found here.")
        title = label(self.tr("Find in my notes"), "heading")
        self.setLayout(
            column(
                title,
                label(about, "small", tone=3, wrap=True),
                self.field,
                self.told,
                self.hits,
                gap=8,
                margins=(16, 12, 16, 14),
            )
        )


class _Hits(QListWidget):
    """Two lines each; Up from the first leads back to the field."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(HitDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_hits(self, hits: tuple[NoteHit, ...]) -> None:
        self.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.path}: {hit.snippet}")  # what a screen reader says
            item.setData(HIT_ROLE, hit)
            item.setSizeHint(QSize(10, px(HitDelegate.HEIGHT)))
            self.addItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)
