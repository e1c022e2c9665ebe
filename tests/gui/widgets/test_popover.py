"""Small cards over the page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.widgets.buttons import secondary
from gui.widgets.layouts import column
from gui.widgets.popover import Popover
from tests.gui.widgets.conftest import holding, shown


@pytest.fixture
def opener(qtbot: QtBot) -> QPushButton:
    button = secondary("Open")
    page = holding(button)
    shown(qtbot, page, 600, 500)
    button.setFocus()
    return button


def popover(opener: QPushButton) -> Popover:
    card = Popover(opener)
    card.setLayout(column(secondary("Inside")))
    card.open_below(opener)
    return card


def test_escape_closes_the_popover_and_gives_the_focus_back(opener: QPushButton) -> None:
    card = popover(opener)
    assert card.isVisible()
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert QApplication.focusWidget() is opener


def test_click_elsewhere_closes_the_popover(opener: QPushButton) -> None:
    card = popover(opener)
    inside = card.findChild(QPushButton)
    QTest.mouseClick(inside, Qt.MouseButton.LeftButton)
    assert card.isVisible()
    QTest.mouseClick(opener.window(), Qt.MouseButton.LeftButton, pos=QPoint(590, 490))
    assert not card.isVisible()


def test_popover_stays_inside_of_the_window(opener: QPushButton) -> None:
    card = popover(opener)
    card.close_card()
    card = Popover(opener)
    card.setLayout(column(secondary("Inside")))
    card.open_at(QPoint(5000, 5000))
    assert opener.window().rect().contains(card.geometry())
