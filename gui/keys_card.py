"""F1: the list of keys, over the window."""

from PySide6.QtWidgets import QGridLayout, QWidget

from gui.shortcuts import explained
from gui.widgets.buttons import icon_button
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.popover import Popover


class KeysCard(Popover):
    """Made anew each time it opens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Keyboard"))
        close = icon_button("x", self.tr("Close"))
        close.clicked.connect(self.close_card)
        head = row(label(self.tr("Keyboard"), "heading"), None, close)
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        for number, (keys, meaning) in enumerate(explained()):
            grid.addWidget(label(keys, "label"), number, 0)
            grid.addWidget(label(meaning, tone=2), number, 1)
        self.setLayout(column(head, grid, gap=12, margins=(20, 12, 16, 20)))
