"""Models that are not in the catalog yet: found on this machine, or on the hub."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.messages import FoundModel, Suggestion
from gui import figures
from gui.models.line import Line, quiet
from gui.reveal import short
from gui.translate import words
from gui.widgets.buttons import secondary
from gui.widgets.layouts import row


class FoundLine(QWidget):
    """Lies on the disk already; adding it copies nothing."""

    add_wanted = Signal()

    def __init__(self, found: FoundModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add = secondary(self.tr("Add"), "plus").set_small()
        self.add.setAccessibleName(self.tr("Add {name}").format(name=found.name))
        self.add.clicked.connect(self._add)
        kind = "GGUF" if found.kind == "gguf" else self.tr("folder")
        line = Line(
            "hard-drive",
            found.name,
            figures.size(found.bytes),
            quiet(kind, small=False),
            quiet(short(found.path)),
            (self.add,),
        )
        self.setLayout(row(line, gap=0))

    def _add(self) -> None:
        self.add.set_busy(True)
        self.add_wanted.emit()


class SuggestionLine(QWidget):
    """Its size is told before anything is fetched."""

    download_wanted = Signal()

    def __init__(self, suggestion: Suggestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.download = secondary(self.tr("Download"), "download").set_small()
        self.download.clicked.connect(self.download_wanted)
        size = figures.size(suggestion.bytes)
        name = self.tr("Download {name}, {size}").format(name=suggestion.name, size=size)
        self.download.setAccessibleName(name)
        line = Line(
            "box",
            suggestion.name,
            size,
            quiet(suggestion.licence, small=False),
            quiet(words(suggestion.about)),
            (self.download,),
        )
        self.setLayout(row(line, gap=0))
