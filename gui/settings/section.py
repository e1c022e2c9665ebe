"""A section of the settings: a heading and a card of rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from gui.widgets.labels import label
from gui.widgets.layouts import card, column, line, row


class Section(QWidget):
    """Rows are parted by hairlines; what is set stands left, the control right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 0, 0, 0)
        heading = label(title, "heading")
        self.setLayout(column(heading, card(self._rows), gap=10))
        self.setAccessibleName(title)

    def add(self, title: str, explained: str, control: QWidget) -> QWidget:
        """A row, which can be hidden; ``explained`` is one short sentence or empty."""
        words = column(label(title), gap=2)
        if explained:
            words.addWidget(label(explained, "small", tone=3, wrap=True))
        return self.add_beside(words, control)

    def add_beside(self, words: QVBoxLayout, control: QWidget) -> QWidget:
        """A row whose left side is more than two labels."""
        beside = row(gap=24, margins=(18, 12, 18, 12))
        beside.addLayout(words, 1)
        beside.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        return self._add(beside)

    def add_wide(self, title: str, explained: str, control: QWidget) -> None:
        """A row whose control takes the whole width, under its words."""
        note = label(explained, "small", tone=3, wrap=True)
        self._add(column(label(title), note, 8, control, gap=2, margins=(18, 12, 18, 14)))

    def add_whole(self, inside: QWidget) -> None:
        """A row that has its own words and controls."""
        self._add(column(inside, margins=(18, 12, 18, 12)))

    def _add(self, inside: QLayout) -> QWidget:
        whole = column(gap=0)
        if self._rows.count():
            whole.addWidget(line())
        whole.addLayout(inside)
        made = QWidget()
        made.setLayout(whole)
        self._rows.addWidget(made)
        return made
