"""The application as the owner has set it: colours, text size, language."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from engine.settings import Settings
from gui import translate
from gui.theme import apply, fonts


def make_application() -> QApplication:
    """The one QApplication, with the bundled fonts."""
    QGuiApplication.setDesktopFileName("timbre")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("timbre")
    app.setApplicationDisplayName("Timbre")
    fonts.load()
    return app


class Looks(QObject):
    """Dresses the application now, and again whenever a setting or the system changes."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._language = ""
        self.refresh()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Take what has changed; what has not costs nothing."""
        chosen = self._settings
        if chosen.language != self._language:
            self._language = chosen.language
            translate.speak(chosen.language)
        apply.wear(chosen.theme, chosen.text_size, chosen.reduced_motion)
