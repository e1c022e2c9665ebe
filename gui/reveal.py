"""Shows a file or folder in the desktop's own file manager."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from gui.notices import Notices


def reveal(path: Path, notices: Notices) -> None:
    """Open the folder of ``path``; where no file manager answers, say where it lies."""
    folder = path if path.is_dir() else path.parent
    if not folder.exists() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        template = QCoreApplication.translate("Reveal", "It lies in {folder}")
        notices.toast(template.format(folder=folder))


def short(path: str | Path) -> str:
    """A path for the eye: the owner's own folder is "~"."""
    path, home = str(path), str(Path.home())
    return "~" + path[len(home) :] if path == home or path.startswith(home + "/") else path
