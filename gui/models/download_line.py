"""A download: how far it is, and Pause, Resume or Cancel."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from gui import figures
from gui.models.downloads import Download
from gui.models.line import Line, quiet
from gui.theme.tokens import px
from gui.widgets.buttons import icon_button, primary, secondary
from gui.widgets.layouts import row


class DownloadLine(QWidget):
    """Updated in place while bytes come in."""

    pause_wanted = Signal()
    resume_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, download: Download, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.repo = download.repo
        self.state = quiet(small=False)
        self.words = quiet()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.pause = secondary(self.tr("Pause"), "pause").set_small()
        self.resume = primary(self.tr("Resume"), "download").set_small()
        self.discard = icon_button("x", self.tr("Cancel and delete what has come"))
        self._line = self._make_line(download)
        self.setLayout(row(self._line, gap=0))
        self.pause.clicked.connect(self._pause)
        self.resume.clicked.connect(self.resume_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        self.show_download(download)

    def show_download(self, download: Download) -> None:
        paused = download.state == "paused"
        self.pause.setVisible(not paused)
        self.resume.setVisible(paused)
        if paused:
            self.pause.set_busy(False)
        self._line.size_label.setText(figures.size(download.total) if download.total else "")
        self.bar.setValue(round(1000 * download.fraction))
        self.state.setText(_state(download))
        self.words.setText(_words(download))

    def _make_line(self, download: Download) -> Line:
        middle = QWidget()
        layout = row(gap=12)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.words, 2)
        middle.setLayout(layout)
        self.bar.setMaximumWidth(px(170))
        self.bar.setAccessibleName(self.tr("Download of {name}").format(name=download.name))
        buttons = (self.pause, self.resume, self.discard)
        return Line("download", download.name, "", self.state, middle, buttons)

    def _pause(self) -> None:
        self.pause.set_busy(True)
        self.pause_wanted.emit()


def _state(download: Download) -> str:
    if download.state == "waiting":
        return QCoreApplication.translate("DownloadLine", "waiting")
    share = figures.part(download.fraction)
    if download.state == "running":
        return share
    return QCoreApplication.translate("DownloadLine", "paused at {share}").format(share=share)


def _words(download: Download) -> str:
    if not download.total:
        return ""
    template = QCoreApplication.translate("DownloadLine", "{done} of {total}")
    parts = [template.format(done=figures.size(download.done), total=figures.size(download.total))]
    if download.state == "paused":
        parts.append(QCoreApplication.translate("DownloadLine", "nothing is lost"))
    elif download.speed:
        pace = QCoreApplication.translate("DownloadLine", "{size} a second")
        parts.append(pace.format(size=figures.size(round(download.speed))))
    if download.seconds_left is not None:
        left = QCoreApplication.translate("DownloadLine", "{time} left")
        parts.append(left.format(time=figures.duration(download.seconds_left)))
    return ", ".join(parts)
