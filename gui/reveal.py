"""Shows a file or folder in the desktop's own programs."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from gui.notices import Notices


def reveal(path: Path, notices: Notices) -> None:
    """Open the folder of ``path``; where no file manager answers, say where it lies."""
    _open(path if path.is_dir() else path.parent, notices)


def read(file: Path, notices: Notices) -> None:
    """Open a file, such as the log, in the program that shows its kind."""
    _open(file, notices)


def _open(path: Path, notices: Notices) -> None:
    if not path.exists() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        template = QCoreApplication.translate("Reveal", "It lies in {folder}")
        notices.toast(template.format(folder=path))


def short(path: str | Path) -> str:
    """A path for the eye: the owner's own folder is "~"."""
    path, home = str(path), str(Path.home())
    return "~" + path[len(home) :] if path == home or path.startswith(home + "/") else path
