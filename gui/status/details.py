"""What the memory is used for, part by part: the popup of the meter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui import figures
from gui.status.legend import Square
from gui.status.parts import USES, parts, use_name, used_of_total
from gui.theme.tokens import px
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.meter_bar import MeterBar
from gui.widgets.popover import Popover

if TYPE_CHECKING:
    from engine.memory.meter import Breakdown


class MemoryDetails(Popover):
    """Made anew each time it opens; ``tokens`` are those that the KV cache holds."""

    def __init__(self, memory: "Breakdown", tokens: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(px(300))
        self._tokens = tokens
        used = used_of_total(memory)
        title, total = label(self.tr("Memory")), label(used)
        for text in (title, total):
            text.setProperty("strong", "true")
        bar = MeterBar(11)
        bar.show_parts(parts(memory), memory.total)
        self.setLayout(
            column(
                row(title, None, total), bar, self._rows(memory), gap=9, margins=(15, 14, 15, 14)
            )
        )
        self.setAccessibleName(self.tr("Memory, {used} used").format(used=used))

    def _rows(self, memory: "Breakdown") -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, use in enumerate(USES):
            grid.addWidget(Square(use), number, 0)
            grid.addWidget(label(self._name(use), "small"), number, 1)
            value = label(self._value(use, memory), "small", tone=2)
            grid.addWidget(value, number, 2, Qt.AlignmentFlag.AlignRight)
        return grid

    def _name(self, use: str) -> str:
        if use == "kv_cache" and self._tokens:
            return self.tr("KV cache, {tokens} tokens").format(tokens=figures.whole(self._tokens))
        return use_name(use)

    def _value(self, use: str, memory: "Breakdown") -> str:
        count: int = getattr(memory, use)
        if count == 0 and use != "free":
            return self.tr("none")
        # A voice is a few MiB: in GiB it would read 0.0.
        return figures.size(count) if use == "voices" else figures.memory(count)
