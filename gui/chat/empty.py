"""What stands where there are no messages yet: one sentence, and one thing to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.widgets.buttons import secondary
from gui.widgets.labels import label
from gui.widgets.layouts import column, row


class Empty(QWidget):
    def __init__(self) -> None:
        super().__init__()
        sentence = self.tr("Ask something below. It is answered on this machine and stays here.")
        self._sentence = label(sentence, "body", 2, wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.write = secondary(self.tr("Write a message"))
        middle = column(self._sentence, row(None, self.write, None), gap=16)
        self.setLayout(column(None, middle, None, None, margins=(24, 0, 24, 0)))
