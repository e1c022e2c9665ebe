"""The button that brings a voice from elsewhere: one file, or the folder of a PEFT adapter."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from adapters.voice.exchange.recognise import SUFFIXES
from gui.theme.icons import icon
from gui.widgets.buttons import Button, secondary
from gui.widgets.layouts import row


class ImportButton(QWidget):
    """Emits ``given`` with the Path that was chosen."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button: Button = secondary(self.tr("Import"), "folder-open")
        self.button.setToolTip(self.tr("Bring a voice that was exported, or made elsewhere"))
        self.button.clicked.connect(self._open_menu)
        self.setLayout(row(self.button))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        file = menu.addAction(icon("file-text"), self.tr("Voice file, zip or GGUF…"))
        file.triggered.connect(self._choose_file)
        folder = menu.addAction(icon("folder"), self.tr("PEFT folder…"))
        folder.triggered.connect(self._choose_folder)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _choose_file(self) -> None:
        title = self.tr("Choose a voice")
        kinds = self.tr("Voices ({endings})").format(endings=" ".join(f"*{e}" for e in SUFFIXES))
        self._give(QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)[0])

    def _choose_folder(self) -> None:
        title = self.tr("Choose the folder of a PEFT adapter")
        self._give(QFileDialog.getExistingDirectory(self, title, str(Path.home())))

    def _give(self, path: str) -> None:
        if path:
            self.given.emit(Path(path))
