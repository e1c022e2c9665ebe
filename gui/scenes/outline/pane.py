"""The left pane: heading, find, and the outline below them."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from gui.scenes.finding import Finder
from gui.scenes.outline.view import Outline
from gui.widgets.buttons import icon_button
from gui.widgets.labels import label
from gui.widgets.layouts import column, pane, row


class OutlinePane(QWidget):
    new_wanted = Signal(QPoint)

    def __init__(self, outline: Outline, finder: Finder) -> None:
        super().__init__()
        self.outline, self.finder = outline, finder
        self.new = icon_button("plus", self.tr("New scene"))
        self.new.clicked.connect(self.ask_for_new)
        head = row(label(self.tr("Scenes"), "heading"), None, self.new, margins=(8, 0, 0, 0))
        inner = column(head, finder, outline, gap=10, margins=(8, 12, 8, 8))
        self._side = pane("side", inner)
        self._side.setStyleSheet("QWidget#side { border: 0; }")  # the splitter has the line
        self.setLayout(column(self._side, gap=0))

    def ask_for_new(self) -> None:
        self.new_wanted.emit(self.new.mapToGlobal(self.new.rect().bottomLeft()))
