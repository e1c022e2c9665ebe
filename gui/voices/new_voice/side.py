"""The column at the right of the steps: the estimate, and why notes are held out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.theme.tokens import colour, px
from gui.voices.new_voice.estimate_card import EstimateCard
from gui.widgets.error_card import Sign
from gui.widgets.labels import label
from gui.widgets.layouts import column, row


class Side(QWidget):
    """A hairline at its left edge parts it from the step."""

    def __init__(self, estimate: EstimateCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        why = self.tr(
            "Held-out notes are never trained on. They show whether the voice learned or "
            "only memorised."
        )
        info = row(4, gap=8)
        info.addWidget(Sign("info", "text_3", 15), 0, Qt.AlignmentFlag.AlignTop)
        info.addWidget(label(why, "small", tone=3, wrap=True), 1)
        self.setLayout(column(estimate, info, None, gap=12, margins=(16, 16, 16, 16)))
        self.setFixedWidth(px(340))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        QPainter(self).fillRect(0, 0, 1, self.height(), colour("line"))
