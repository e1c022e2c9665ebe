"""A card of facts: what they are on the left, what they say on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from gui.widgets.buttons import Button
from gui.widgets.emptying import empty
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import column, row

Facts = Sequence[tuple[str, str]]


class FactsCard(QFrame):
    """``show_facts`` replaces all of them; an empty one is left out."""

    def __init__(
        self, title: str, button: Button | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAccessibleName(title)
        self._facts: Facts = ()
        self._values: list[ElidedLabel] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        head = row(label(title, "heading"), None)
        if button is not None:
            head.addWidget(button)
        self.setLayout(column(head, self._grid, gap=8, margins=(16, 12, 16, 14)))

    def show_facts(self, facts: Facts) -> None:
        shown = [(name, value) for name, value in facts if value]
        if shown == self._facts:
            return
        if [name for name, _ in shown] != [name for name, _ in self._facts]:
            self._rebuild(shown)
        self._facts = shown
        for place, (name, value) in enumerate(shown):
            self._values[place].setText(value)
            self._values[place].setAccessibleName(f"{name}: {value}" if name else value)

    def _rebuild(self, facts: Facts) -> None:
        empty(self._grid)
        self._values.clear()
        for place, (name, _) in enumerate(facts):
            self._grid.addWidget(label(name, "small", tone=3), place, 0)
            value = ElidedLabel("", "small", mode=Qt.TextElideMode.ElideMiddle)
            self._grid.addWidget(value, place, 1)
            self._values.append(value)
