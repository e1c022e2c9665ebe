"""The memory while training: the bar, how much is in use, and what training takes of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from engine.memory.meter import Breakdown
from gui import figures
from gui.status.parts import parts, used_of_total
from gui.theme.fonts import font
from gui.theme.tokens import px, theme
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.meter_bar import MeterBar


class MemoryBox(QWidget):
    """Empty until the first measurement."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._peak = 0
        self._bar = MeterBar()
        self._sum = label("", "label")
        self._training = label("", "caption")
        self._training.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setLayout(column(row(self._bar, self._sum), self._training, gap=4))
        theme.changed.connect(self._rescale)
        self._rescale()

    def show_peak(self, peak: int) -> None:
        """The most that training has taken so far, in bytes."""
        self._peak = peak

    def show_memory(self, memory: Breakdown) -> None:
        self._bar.show_parts(parts(memory), memory.total)
        self._sum.setText(used_of_total(memory))
        self._training.setText(self._in_words(memory.training) if memory.training else "")
        self._bar.describe(self.tr("Memory, {used} used").format(used=used_of_total(memory)))

    def _in_words(self, training: int) -> str:
        if self._peak <= training:
            return self.tr("training uses {size}").format(size=figures.memory(training))
        return self.tr("training uses {size}, {peak} at the peak").format(
            size=figures.memory(training), peak=figures.memory(self._peak)
        )

    def _rescale(self) -> None:
        self._sum.setFont(font("label", 600))
        self._bar.setFixedWidth(px(104))
