"""The application as the owner has set it: colours, text size, language."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from engine.places import Places
from gui import first_look, translate
from gui.first_look import Look
from gui.theme import apply, fonts

if TYPE_CHECKING:
    from engine.settings import Settings


def make_application() -> QApplication:
    """The one QApplication, with the bundled fonts."""
    QGuiApplication.setDesktopFileName("timbre")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("timbre")
    app.setApplicationDisplayName("Timbre")
    fonts.load()
    return app


class Looks(QObject):
    """Dresses the application as it was last time, then as the settings and the system say."""

    def __init__(self, places: Places) -> None:
        super().__init__()
        self._places = places
        self._look = first_look.read(places)
        translate.speak(self._look.language)
        self._wear()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._wear)

    def take(self, settings: "Settings") -> None:
        """Show what has changed, and keep it for the next start."""
        before, self._look = self._look, Look.of(settings)
        if self._look == before:
            return
        if self._look.language != before.language:
            translate.speak(self._look.language)
        self._wear()
        first_look.keep(self._places, self._look)

    def _wear(self) -> None:
        apply.wear(self._look.theme, self._look.text_size, self._look.reduced_motion)
