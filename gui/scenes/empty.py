"""The page before there is a scene: one sentence, one action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.widgets.buttons import primary
from gui.widgets.labels import label
from gui.widgets.layouts import column, row


class NoScene(QWidget):
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = self.tr("A scene says where it happens, who is there and what they want.")
        told = label(words, "reading", 2, wrap=True)
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.new = primary(self.tr("New scene"), "plus")
        self.new.clicked.connect(self.new_wanted)
        inner = column(None, told, row(None, self.new, None), None, gap=16)
        self.setLayout(row(None, inner, None, margins=(24, 24, 24, 24)))
