"""The head of the right pane: the way back, dot, name, chip and buttons."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.widgets.buttons import icon_button
from gui.widgets.chip import CALM, Chip, Look
from gui.widgets.dot import Dot
from gui.widgets.labels import ElidedLabel
from gui.widgets.layouts import row


class PaneHead(QWidget):
    """``back`` is shown only where the pane is a page of its own."""

    back_wanted = Signal()

    def __init__(self, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = icon_button("arrow-left", self.tr("Back to the voices"))
        self.back.clicked.connect(self.back_wanted)
        self.back.hide()
        self._dot = Dot(None, 12)
        self._name = _Title()
        self._chip = Chip("", CALM)
        layout = row(self.back, self._dot, 2, self._name, 2, self._chip, gap=8)
        layout.addStretch(1)
        for button in buttons:
            layout.addWidget(button)
        self.setLayout(layout)

    def show_head(self, colour: str, name: str, chip: str, look: Look) -> None:
        self._dot.set_voice(colour)
        self._name.setText(name)
        self._chip.set(chip, look)

    def chip_text(self) -> str:
        return self._chip.text()

    def name(self) -> str:
        return self._name.text()


class _Title(ElidedLabel):
    """As wide as its text where there is room, so that the chip follows it closely."""

    def __init__(self) -> None:
        super().__init__("", "title", mode=Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())
