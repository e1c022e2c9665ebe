"""A number with what it counts below it."""

from PySide6.QtWidgets import QWidget

from gui.theme.fonts import font
from gui.theme.tokens import theme
from gui.widgets.labels import label
from gui.widgets.layouts import column


class Figure(QWidget):
    """``show_value`` changes the number; ``tone`` is "ok", "warn", "bad" or ""."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._value = label("", "heading")
        self.setLayout(column(self._value, label(caption, "caption"), gap=2))
        theme.changed.connect(self._rescale)
        self._rescale()

    def show_value(self, value: str, tone: str = "") -> None:
        """An empty value hides the figure."""
        self.setVisible(bool(value))
        self._value.setText(value)
        self.setAccessibleName(f"{value} {self._caption}")
        if self._value.property("tone") != tone:
            self._value.setProperty("tone", tone)
            self._value.style().polish(self._value)

    def value(self) -> str:
        return self._value.text()

    def _rescale(self) -> None:
        # The style sheet knows no tabular digits; without them the row would jump.
        self._value.setFont(font("heading"))
