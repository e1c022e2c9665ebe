"""The foot of the steps: the way out on the left, the way on at the right."""

from PySide6.QtWidgets import QWidget

from gui.widgets.buttons import ghost, primary, secondary
from gui.widgets.labels import label
from gui.widgets.layouts import column, line, pane, row


class Foot(QWidget):
    """``next`` leads to the following step, ``start`` begins the training."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cancel = ghost(self.tr("Cancel"))
        self.note = label("", "small", tone=2, wrap=True)
        self.back = secondary(self.tr("Back"))
        self.settings = secondary(self.tr("Settings"), "sliders-horizontal")
        self.next = primary(self.tr("Next"))
        self.start = primary(self.tr("Start training"))
        buttons = row(self.cancel, gap=8, margins=(20, 12, 20, 12))
        buttons.addWidget(self.note, 1)
        for button in (self.back, self.settings, self.next, self.start):
            buttons.addWidget(button)
        inside = pane("side", column(line(), buttons, gap=0))
        self.setLayout(column(inside, gap=0))

    def show_step(self, step: int) -> None:
        """``step`` counts from 0; the last two can start the training."""
        self.back.setVisible(step > 0)
        self.settings.setVisible(step == 2)
        self.next.setVisible(step < 2)
        self.start.setVisible(step >= 2)
