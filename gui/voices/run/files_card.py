"""The files of a voice with their sizes."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from gui import figures
from gui.reveal import short
from gui.voices.run.facts import Facts, FactsCard
from gui.widgets.buttons import ghost


class FilesCard(FactsCard):
    """``open_button`` shows them in the file manager."""

    def __init__(self, title: str, open_text: str, parent: QWidget | None = None) -> None:
        self.open_button = ghost(open_text, "folder-open").set_small()
        super().__init__(title, self.open_button, parent)


def files_of(folder: Path) -> Facts:
    """Name and size of each file, largest first, then where they lie."""
    try:
        found = [(file.stat().st_size, file.name) for file in folder.iterdir() if file.is_file()]
    except OSError:
        found = []
    return [(name, figures.size(size)) for size, name in sorted(found, reverse=True)] + [
        ("", short(folder))
    ]
