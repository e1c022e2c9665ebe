"""The machine's memory by use, measured off the GUI thread while somebody looks."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from engine.memory.meter import Breakdown, breakdown, reading
from gui import background
from gui.bridge import Bridge

EVERY_MS = 2000


class MemoryWatch(QObject):
    """Measures every two seconds while ``viewer`` is on screen."""

    measured = Signal(object)  # Breakdown

    def __init__(self, bridge: Bridge, viewer: QWidget) -> None:
        super().__init__(viewer)
        self._bridge, self._viewer = bridge, viewer
        self.last: Breakdown | None = None
        timer = QTimer(self, interval=EVERY_MS)
        timer.timeout.connect(self._look)
        timer.start()

    def measure(self) -> None:
        """Measure now; ``measured`` follows."""
        held = self._bridge.footprint
        background.run(lambda: breakdown(reading(held.device), held), self._take, owner=self)

    def _look(self) -> None:
        if self._viewer.isVisible():
            self.measure()

    def _take(self, memory: Breakdown) -> None:
        self.last = memory
        self.measured.emit(memory)
