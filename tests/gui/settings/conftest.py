"""The settings page, as the window shows it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from gui.context import Context
from gui.settings.page import SettingsPage


@pytest.fixture
def page(qtbot: QtBot, context: Context, settle: Callable[[], None]) -> SettingsPage:
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1208, 770)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.arrive(None)
    settle()
    return made
