"""The head of the Models page: title, sums, search, add, download."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from gui import figures
from gui.theme.icons import icon
from gui.theme.tokens import px
from gui.widgets.buttons import primary, secondary
from gui.widgets.icon_field import IconField
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import row


class ModelsHead(QWidget):
    """``given`` carries the Path of a folder or a GGUF file."""

    given = Signal(object)
    download_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sums = ElidedLabel("", "caption")
        self.search = IconField("search", self.tr("Search models"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setMaximumWidth(px(220))
        self.add = secondary(self.tr("Add from disk"), "folder-open")
        self.download = primary(self.tr("Download a model"), "download")
        self.add.clicked.connect(self._open_menu)
        self.download.clicked.connect(self.download_wanted)
        title = label(self.tr("Models"), "title")
        layout = row(title, 4)
        layout.addWidget(self.sums, 1)
        layout.addWidget(self.search, 2)  # both give way to the buttons
        for button in (self.add, self.download):
            layout.addSpacing(4)
            layout.addWidget(button)
        self.setLayout(layout)

    def show_sums(self, on_disk: int, left: int) -> None:
        """Bytes of all models, and bytes that are free on their disk."""
        words = self.tr("{size} on disk, {left} left").format(
            size=figures.memory(on_disk), left=figures.size(left)
        )
        self.sums.setText(words)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        folder = menu.addAction(icon("folder"), self.tr("Folder in Hugging Face format…"))
        folder.triggered.connect(self._choose_folder)
        file = menu.addAction(icon("file-text"), self.tr("GGUF file…"))
        file.triggered.connect(self._choose_file)
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def _choose_folder(self) -> None:
        title = self.tr("Choose the folder of a model")
        self._give(QFileDialog.getExistingDirectory(self, title, str(Path.home())))

    def _choose_file(self) -> None:
        title, kinds = self.tr("Choose a GGUF file"), self.tr("GGUF files (*.gguf)")
        self._give(QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)[0])

    def _give(self, path: str) -> None:
        if path:
            self.given.emit(Path(path))
