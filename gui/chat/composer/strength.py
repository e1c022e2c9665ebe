"""How strongly the voice speaks: a slider from 0 to 2, and its figure."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider, QWidget

from gui.chat.thread.footer import strength as figure
from gui.theme.fonts import font
from gui.theme.tokens import px, theme
from gui.widgets.buttons import plain_tooltip
from gui.widgets.labels import label
from gui.widgets.layouts import row

STEP, MOST, USUAL = 5, 200, 100  # hundredths


class StrengthSlider(QSlider):
    """Counts in hundredths; a double click sets 1.0."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, MOST)
        self.setSingleStep(STEP)
        self.setPageStep(STEP * 5)
        self.setValue(USUAL)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setValue(USUAL)
        event.accept()


class Strength(QWidget):
    """``changed`` carries the factor whenever the owner moves it."""

    changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = StrengthSlider()
        self.slider.setAccessibleName(self.tr("Strength of the voice"))
        self.slider.setToolTip(plain_tooltip(self.tr("Double-click for 1.0")))
        self._figure = label("")
        self.setLayout(
            row(label(self.tr("Strength"), "small", 2), self.slider, self._figure, gap=6)
        )
        self.slider.valueChanged.connect(self._moved)
        theme.changed.connect(self._scale)
        self._scale()
        self._show()

    def value(self) -> float:
        return self.slider.value() / 100

    def set_value(self, strength: float) -> None:
        """Show a factor; does not emit."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(strength * 100))
        self.slider.blockSignals(False)
        self._show()

    def step(self, by: int) -> None:
        """Move by so many steps, as the keys do."""
        self.slider.setValue(self.slider.value() + by * STEP)

    def _moved(self, value: int) -> None:
        snapped = round(value / STEP) * STEP
        if snapped != value:
            self.slider.setValue(snapped)  # comes back here
            return
        self._show()
        self.changed.emit(self.value())

    def _show(self) -> None:
        text = figure(self.value())
        self._figure.setText(text)
        self.slider.setAccessibleDescription(text)

    def _scale(self) -> None:
        self.slider.setFixedWidth(px(104))
        self._figure.setFont(font("small"))
        self._figure.setFixedWidth(px(30))
