"""Where the window stood, kept beside the data."""

import base64
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from engine.places import Places

LEAST = (1024, 680)
FIRST = (1280, 800)
TITLE_BAR = 40  # pixels that the system may put above the window; it cannot be asked before


def restore(window: QWidget, places: Places) -> None:
    """Put the window where it stood last time; the first time it takes its first size."""
    window.setMinimumSize(*LEAST)
    free = window.screen().availableSize() - QSize(0, TITLE_BAR)
    window.resize(QSize(*FIRST).boundedTo(free))
    with suppress(OSError, ValueError):
        window.restoreGeometry(base64.b64decode(_file(places).read_bytes(), validate=True))


def keep(window: QWidget, places: Places) -> None:
    """Write it down; a place that cannot be written only forgets the geometry."""
    text = base64.b64encode(window.saveGeometry().data())
    with suppress(OSError):
        aside = _file(places).with_suffix(".new")
        aside.write_bytes(text)
        aside.replace(_file(places))


def _file(places: Places) -> Path:
    return places.data / "window"
