"""The fields of the training options and how they are read and written."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox


def _dress(field: QAbstractSpinBox) -> None:
    # A number counts when it is written, not digit by digit.
    field.setKeyboardTracking(False)
    # The style sheet's padding does not reach the text of a spin box.
    field.lineEdit().setTextMargins(8, 0, 8, 0)


class WholeField(QSpinBox):
    """Turning the wheel over it changes nothing by accident."""

    def __init__(self, name: str, low: int, high: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setAccessibleName(name)
        _dress(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DecimalField(QDoubleSpinBox):
    """The same with decimals; ``empty`` is shown at the lowest value."""

    def __init__(self, name: str, low: float, high: float, places: int, empty: str = "") -> None:
        super().__init__()
        self.setDecimals(places)
        self.setRange(low, high)
        self.setAccessibleName(name)
        self.setSpecialValueText(empty)
        _dress(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
