"""Offline, unless the owner has started a download: every connection is shown."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from engine.messages import Cancelled, Downloading, Event, Failed, Finished, Progress
from gui.widgets.error_card import Sign
from gui.widgets.labels import label
from gui.widgets.layouts import row


class Connection(QWidget):
    """A lock and "Offline", or the name of what is being fetched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._downloads: dict[int, str] = {}  # job: repository
        self._lock, self._arrow = Sign("lock", "text_2", 13), Sign("download", "accent", 13)
        self._text = label("", "small", tone=2)
        self.setLayout(row(self._lock, self._arrow, self._text, gap=5))
        self._show()

    def text(self) -> str:
        return self._text.text()

    def hear(self, event: Event) -> None:
        match event:
            case Progress(job=job, update=Downloading(repo=repo)):
                self._downloads[job] = repo
            case Finished(job=job) | Failed(job=job) | Cancelled(job=job):
                self._downloads.pop(job, None)
            case _:
                return
        self._show()

    def _show(self) -> None:
        online = bool(self._downloads)
        self._lock.setVisible(not online)
        self._arrow.setVisible(online)
        text = self.tr("Offline")
        if online:
            text = self.tr("Downloading {name}").format(name=next(iter(self._downloads.values())))
        self._text.setText(text)
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)
