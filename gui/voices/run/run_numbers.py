"""The row of numbers above the chart: step, time left, held-out loss, perplexity, memory."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import figures
from gui.voices.curve import Curve
from gui.voices.run.figure import Figure
from gui.voices.run.memory_box import MemoryBox
from gui.widgets.layouts import row

GAP = 22


class RunNumbers(QWidget):
    """What is not known yet is left out, not shown as a dash."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = Figure(self.tr("step"))
        self.left = Figure(self.tr("time left"))
        self.loss = Figure(self.tr("loss, held-out notes"))
        self.change = Figure(self.tr("perplexity so far"))
        self.memory = MemoryBox()
        self._figures = (self.step, self.left, self.loss, self.change)
        self._running = False
        self.setLayout(row(*self._figures, None, self.memory, gap=GAP))
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)

    def show_memory(self, running: bool) -> None:
        """While a run is under way, and where there is room: the status bar has it as well."""
        self._running = running
        self._fit()

    def _fit(self) -> None:
        shown = [figure for figure in self._figures if not figure.isHidden()]
        needed = sum(w.sizeHint().width() + GAP for w in (*shown, self.memory)) - GAP
        self.memory.setVisible(self._running and needed <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_progress(self, step: int, steps: int, seconds_left: float | None) -> None:
        """``seconds_left`` None where nothing runs."""
        self.step.show_value(
            self.tr("{step} of {steps}").format(
                step=figures.whole(step), steps=figures.whole(steps)
            )
            if steps
            else ""
        )
        self.left.show_value("" if seconds_left is None else figures.duration(seconds_left))

    def show_losses(self, curve: Curve) -> None:
        held_out, change = curve.latest_held_out(), curve.perplexity_change()
        self.loss.show_value("" if held_out is None else figures.decimal(held_out, 2))
        tone = "ok" if change is not None and change < 0 else "bad"
        self.change.show_value("" if change is None else figures.percent(change), tone)
