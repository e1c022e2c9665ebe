"""Buttons: busy, small, pressed by key, named."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.widgets.buttons import ghost, icon_button, primary, secondary
from tests.gui.accessibility import nameless
from tests.gui.widgets.conftest import holding, shown


@pytest.mark.parametrize("make", [primary, secondary, ghost])
def test_busy_button_ignores_clicks_and_keeps_its_width(
    qtbot: QtBot, make: Callable[..., QPushButton]
) -> None:
    button = make("Train", "plus")
    shown(qtbot, holding(button), wide=300)
    clicks: list[str] = []
    button.clicked.connect(lambda: clicks.append("click"))
    wide = button.width()
    button.set_busy(True)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not clicks
    assert button.sizeHint().width() <= wide == button.width()
    button.set_busy(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(clicks) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_focused_button_is_pressed_by_key(qtbot: QtBot, key: Qt.Key) -> None:
    button = secondary("Pause")
    shown(qtbot, holding(button))
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_small_button_is_lower(qtbot: QtBot) -> None:
    usual, small = secondary("Load"), secondary("Load").set_small()
    shown(qtbot, holding(usual, small))
    assert usual.height() == 32
    assert small.height() == 28


def test_focus_moves_nothing(qtbot: QtBot) -> None:
    for make in (primary, secondary, ghost):
        button = make("Train")
        shown(qtbot, holding(button))
        before = button.sizeHint()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert button.sizeHint() == before


def test_icon_button_has_name_and_tooltip(qtbot: QtBot) -> None:
    button = icon_button("ellipsis", "More")
    shown(qtbot, holding(button))
    assert button.accessibleName() == "More"
    assert "More" in button.toolTip()
    assert not nameless(button)
