"""Light or rich: how much of the model a voice changes, and what each takes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from adapters.voice.options import TrainingOptions
from engine.messages import SizeEstimate
from gui import figures
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.segments import Segments


class SizeChoice(QFrame):
    """``changed`` when the owner has chosen another size."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        words = {"light": self.tr("Light"), "rich": self.tr("Rich")}
        self.setAccessibleName(self.tr("Size of the voice"))
        self.segments = Segments(self.accessibleName(), words)
        self._words = words
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(4, 1)
        self._figures = {size: self._line(size, at) for at, size in enumerate(words)}
        about = self.tr(
            "Light changes two kinds of layers. Rich changes, of all kinds, those layers that "
            "matter most for these notes: it can learn more, takes longer and is larger."
        )
        head = row(label(self.accessibleName(), "heading"), None, self.segments)
        about_line = label(about, "small", tone=3, wrap=True)
        self.setLayout(column(head, about_line, self._grid, gap=8, margins=(16, 12, 16, 14)))
        self.segments.chosen.connect(lambda _: self.changed.emit())

    def apply(self, options: TrainingOptions) -> TrainingOptions:
        """The options with the layers of the chosen size."""
        size = self.segments.choice()
        return options if size is None else options.of_size(size)

    def show_options(self, options: TrainingOptions) -> None:
        if options.size is not None:
            self.segments.choose(options.size)

    def show_sizes(self, sizes: Sequence[SizeEstimate]) -> None:
        """What each takes with these notes and settings; what is not known stays empty."""
        known = {one.size: one for one in sizes}
        for size, (space, time, memory) in self._figures.items():
            one = known.get(size)
            space.setText(figures.size(one.bytes) if one and one.bytes else "")
            spans = figures.duration(one.seconds) if one and one.seconds else ""
            time.setText(self.tr("about {time}").format(time=spans) if spans else "")
            peak = figures.memory(one.peak_bytes) if one and one.peak_bytes else ""
            memory.setText(self.tr("{size} of memory").format(size=peak) if peak else "")

    def _line(self, size: str, at: int) -> tuple[QLabel, QLabel, QLabel]:
        self._grid.addWidget(label(self._words[size], "small"), at, 0)
        line = label("", "small", tone=2), label("", "small", tone=2), label("", "small", tone=2)
        for place, figure in enumerate(line, 1):
            self._grid.addWidget(figure, at, place)
        return line
