"""What the notes are about, in a few words each; found after all else is shown."""

from pathlib import Path

from PySide6.QtWidgets import QFrame, QWidget

from engine.messages import FindThemes, NoteThemes
from gui.context import Context
from gui.widgets.labels import label
from gui.widgets.layouts import column

MOST = 5  # that are named


class ThemesCard(QFrame):
    """Asked about once for each folder; hidden while there is none."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = context.bridge
        self._folder: Path | None = None
        self._job: int | None = None
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Themes found"))
        self.names = label("", "small", tone=2, wrap=True)
        title = label(self.tr("Themes found"), "heading")
        self.setLayout(column(title, self.names, gap=6, margins=(16, 12, 16, 14)))
        self.hide()

    def begin(self, folder: Path | None) -> None:
        """Another folder: what was asked about the last one is of no use."""
        if self._job is not None:
            self._bridge.cancel(self._job)
        self._folder, self._job = folder, None
        self.hide()

    def ask(self) -> None:
        """Find them, unless they are known or looked for already."""
        if self._folder is None or self._job is not None:
            return
        job = self._bridge.submit(
            FindThemes(str(self._folder)),
            on_finished=lambda found: self._take(job, found),
            on_failed=lambda _: None,  # the preview tells what is wrong with the folder
            owner=self,
        )
        self._job = job

    def _take(self, job: int, found: NoteThemes) -> None:
        if job == self._job and found.names:
            self.names.setText("\n".join(f"– {name}" for name in found.names[:MOST]))
            self.show()
