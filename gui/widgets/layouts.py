"""Boxes with their spacing said at once: a nested layout would take its parent's."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Item = QWidget | QLayout | int | None  # int: a gap in pixels; None: a stretch
Margins = tuple[int, int, int, int]


def row(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Left to right, middles aligned."""
    made = QHBoxLayout()
    _fill(made, items, gap, margins)
    return made


def column(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Top to bottom."""
    made = QVBoxLayout()
    _fill(made, items, gap, margins)
    return made


def _fill(box: QBoxLayout, items: tuple[Item, ...], gap: int, margins: Margins) -> None:
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addWidget(item)


def card(layout: QLayout | None = None) -> QFrame:
    """A raised card with a hairline border."""
    made = QFrame()
    made.setProperty("card", "true")
    if layout is not None:
        made.setLayout(layout)
    return made


def line(vertical: bool = False) -> QFrame:
    """A hairline between two things."""
    made = QFrame()
    made.setProperty("line", "vertical" if vertical else "horizontal")
    return made


def pane(name: str, layout: QLayout | None = None) -> QWidget:
    """A plain surface that the style sheet fills: canvas, side, header, rail or status."""
    made = QWidget()
    made.setObjectName(name)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if layout is not None:
        made.setLayout(layout)
    return made
