"""Controls for the settings: a number on a slider, a whole number in a box."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QSpinBox, QWidget

from gui import figures
from gui.settings.bounds import Bounds
from gui.theme.tokens import px
from gui.widgets.labels import label
from gui.widgets.layouts import row


class NumberSlider(QWidget):
    """``moved`` is emitted while it moves, ``chosen`` once it is let go or stepped by key."""

    moved = Signal(float)
    chosen = Signal(float)

    def __init__(
        self, name: str, bounds: Bounds, step: float, show: Callable[[float], str]
    ) -> None:
        super().__init__()
        self._low = bounds.low + (step if bounds.above else 0)
        self._step, self._show = step, show
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(name)
        self.slider.setRange(0, round((bounds.high - self._low) / step))
        self.slider.setPageStep(max(1, self.slider.maximum() // 10))
        self.slider.setFixedWidth(px(180))
        self._figure = label("", "label")
        self._figure.setMinimumWidth(px(48))
        self._figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(row(self.slider, self._figure, gap=12))
        self.slider.valueChanged.connect(self._changed)
        self.slider.sliderReleased.connect(lambda: self.chosen.emit(self.value()))

    def value(self) -> float:
        return round(self._low + self.slider.value() * self._step, 6)

    def set_value(self, value: float) -> None:
        """Show ``value``; nothing is emitted."""
        self.slider.blockSignals(True)
        self.slider.setValue(round((value - self._low) / self._step))
        self.slider.blockSignals(False)
        self._figure.setText(self._show(value))

    def _changed(self) -> None:
        self._figure.setText(self._show(self.value()))
        self.moved.emit(self.value())
        if not self.slider.isSliderDown():
            self.chosen.emit(self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls


class WholeNumber(QSpinBox):
    """A box that is typed into; the wheel scrolls the page instead of changing it.

    The style sheet hides its buttons: with ``NoButtons``, Qt 6.12 gives a styled box no
    room for its text.
    """

    def __init__(self, name: str, bounds: Bounds) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(int(bounds.low), int(bounds.high))
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(True)
        self.setFixedWidth(px(96))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.lineEdit().setTextMargins(0, 0, 8, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def per_cent(value: float) -> str:
    return figures.part(value / 100)


def two_places(value: float) -> str:
    return figures.decimal(value, 2)
