"""One quiet card with what is the matter with a training, and what helps."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from engine.diagnosis import Finding
from gui.translate import words
from gui.widgets.emptying import empty
from gui.widgets.error_card import Sign
from gui.widgets.labels import label
from gui.widgets.layouts import column, row


class FindingsCard(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("What is noticeable"))
        self._shown: list[str] = []
        self._lines: QVBoxLayout = column(gap=8, margins=(16, 12, 16, 12))
        self.setLayout(self._lines)
        self.hide()

    def show_findings(self, found: Sequence[Finding]) -> None:
        said = [f"{words(one.what)} {words(one.remedy)}" for one in found]
        if said == self._shown:
            return
        self._shown = said
        empty(self._lines)
        for text in said:
            self._lines.addWidget(_line(text))
        self.setAccessibleDescription(" ".join(said))
        self.setVisible(bool(said))

    def sentences(self) -> list[str]:
        """What is on screen."""
        return list(self._shown)


def _line(text: str) -> QWidget:
    made = QWidget()
    layout = row(gap=10)
    layout.addWidget(Sign("info", "warn", 16), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(label(text, tone=2, wrap=True), 1)
    made.setLayout(layout)
    return made
