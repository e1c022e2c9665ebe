"""A card of lines with a hairline between them, and a heading where it needs one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.emptying import empty
from gui.widgets.labels import label
from gui.widgets.layouts import card, column, line


class Section(QWidget):
    """Hidden while it has no lines."""

    def __init__(self, title: str = "", about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: QVBoxLayout = column(gap=0, margins=(1, 1, 1, 1))
        self._about = label(about, "small", tone=2, wrap=True)
        layout = column(gap=2)
        if title:
            layout.addWidget(label(title, "heading"))
            layout.addWidget(self._about)
            layout.addSpacing(8)
        layout.addWidget(card(self._lines))
        self.setLayout(layout)
        self.hide()

    def show_lines(self, lines: Sequence[QWidget]) -> None:
        """Replace all lines."""
        empty(self._lines)
        for number, widget in enumerate(lines):
            if number:
                self._lines.addWidget(line())
            self._lines.addWidget(widget)
        self.setVisible(bool(lines))
