"""The machine's memory by use, measured off the GUI thread while somebody looks."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from engine.memory.meter import Breakdown, Reading, breakdown, reading
from engine.messages import Event, Footprint
from gui import background
from gui.bridge import Bridge

EVERY_MS = 2000


class MemoryWatch(QObject):
    """Measures every two seconds while ``viewer`` is on screen.

    What the engine holds is told as soon as it changes, beside what was measured last.
    """

    measured = Signal(object)  # Breakdown

    def __init__(self, bridge: Bridge, viewer: QWidget) -> None:
        super().__init__(viewer)
        self._bridge, self._viewer = bridge, viewer
        self._reading: Reading | None = None
        self.last: Breakdown | None = None
        timer = QTimer(self, interval=EVERY_MS)
        timer.timeout.connect(self._look)
        timer.start()
        bridge.event.connect(self._hear)

    def measure(self) -> None:
        """Measure now; ``measured`` follows."""
        device = self._bridge.footprint.device
        background.run(lambda: reading(device), self._take, owner=self)

    def _look(self) -> None:
        if self._viewer.isVisible():
            self.measure()

    def _hear(self, event: Event) -> None:
        if isinstance(event, Footprint) and self._viewer.isVisible():
            self._tell()

    def _take(self, found: Reading) -> None:
        self._reading = found
        self._tell()

    def _tell(self) -> None:
        if self._reading is not None:
            self.last = breakdown(self._reading, self._bridge.footprint)
            self.measured.emit(self.last)
