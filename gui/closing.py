"""The question before the window closes on a running training."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.theme.tokens import colour, px
from gui.widgets.buttons import primary, secondary
from gui.widgets.labels import label
from gui.widgets.layouts import card, column, row


class ClosingCard(QWidget):
    """Covers the window until the owner has chosen; not a box of its own."""

    stay = Signal()
    leave = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        title = self.tr("A voice is being trained")
        text = self.tr(
            "If you close Timbre now, the training is paused. Nothing is lost: you can go on "
            "with it under Voices the next time."
        )
        self._pause = primary(self.tr("Pause training and close"))
        keep = secondary(self.tr("Keep training"))
        self._pause.clicked.connect(self.leave)
        keep.clicked.connect(self.stay)
        words = column(
            label(title, "heading"),
            label(text, tone=2, wrap=True),
            8,
            row(self._pause, keep, None),
            margins=(24, 20, 24, 20),
        )
        box = card(words)
        box.setFixedWidth(px(440))
        self.setLayout(column(None, row(None, box, None), None))
        self.setAccessibleName(title)

    def open_in(self, window: QWidget) -> None:
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._pause.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        veil = QColor(colour("rail"))
        veil.setAlphaF(0.8)
        QPainter(self).fillRect(self.rect(), veil)
