"""Widgets shown alone, in a window of their own."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.layouts import column

kept: list[QWidget] = []  # pytest-qt holds what it closes by a weak reference only


@pytest.fixture(autouse=True)
def let_go() -> Iterator[None]:
    yield
    kept.clear()


def shown(qtbot: QtBot, widget: QWidget, wide: int = 400, high: int = 200) -> QWidget:
    qtbot.addWidget(widget)
    kept.append(widget)
    widget.resize(wide, high)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def holding(*widgets: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(column(*widgets))
    return made
