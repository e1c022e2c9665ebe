"""Show a folder or a file in the desktop's own program."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from adapters.errors import UserError
from adapters.wording import phrase
from gui.notices import Notices


def show(path: Path, notices: Notices) -> None:
    """Open it, or say where it is."""
    if not path.exists() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        notices.problem(
            UserError(
                phrase("errors", "Nothing could be opened."),
                phrase("errors", "No program on this machine shows {path}.", path=str(path)),
                phrase("errors", "You find it in that place."),
            )
        )
