"""The window's first size leaves room for its own title bar on a small screen."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.places import Places
from gui import geometry


@pytest.mark.parametrize(
    ("screen", "window"),
    [
        ((1920, 1080), (1280, 800)),
        ((1280, 800), (1280, 760)),
        ((1366, 728), (1280, 688)),
        ((1024, 700), (1024, 680)),  # the least that the pages are made for
    ],
)
def test_the_first_size_fits_the_screen(
    qtbot: QtBot,
    places: Places,
    monkeypatch: pytest.MonkeyPatch,
    screen: tuple[int, int],
    window: tuple[int, int],
) -> None:
    made = QWidget()
    qtbot.addWidget(made)
    free = SimpleNamespace(availableSize=lambda: QSize(*screen))
    monkeypatch.setattr(made, "screen", lambda: free)
    geometry.restore(made, places)
    assert made.size().toTuple() == window
