"""The fields of the training options and how they are read and written."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

from adapters.voice.options import LIGHT_TARGETS, RICH_TARGETS
from gui.widgets.combo import Combo


class WholeField(QSpinBox):
    """Turning the wheel over it changes nothing by accident."""

    def __init__(self, name: str, low: int, high: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setAccessibleName(name)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)

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
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TargetsField(Combo):
    """Which matrices of the model get an adapter."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.addItem(QCoreApplication.translate("Options", "Attention: q and v"), LIGHT_TARGETS)
        self.addItem(QCoreApplication.translate("Options", "All linear layers"), RICH_TARGETS)

    def targets(self) -> tuple[str, ...]:
        return tuple(self.currentData())

    def show_targets(self, targets: tuple[str, ...]) -> None:
        self.setCurrentIndex(1 if set(targets) == set(RICH_TARGETS) else 0)
