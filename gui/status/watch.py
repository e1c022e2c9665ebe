"""The machine's memory, read every two seconds off the GUI thread."""

from PySide6.QtCore import QObject, QTimer, Signal

from engine.memory.meter import Reading, breakdown, reading
from engine.messages import Footprint
from gui import background

EVERY_MS = 2000


class Watch(QObject):
    """``seen`` carries a ``Breakdown`` whenever a reading or a footprint is new."""

    seen = Signal(object)

    def __init__(self, footprint: Footprint, parent: QObject) -> None:
        super().__init__(parent)
        self._footprint = footprint
        self._reading: Reading | None = None
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._read)

    def start(self) -> None:
        self._read()
        self._timer.start()

    def take(self, footprint: Footprint) -> None:
        """What the engine holds has changed."""
        self._footprint = footprint
        self._tell()

    def _read(self) -> None:
        device = self._footprint.device
        background.run(lambda: reading(device), self._took, owner=self)

    def _took(self, measured: Reading) -> None:
        self._reading = measured
        self._tell()

    def _tell(self) -> None:
        if self._reading is not None:
            self.seen.emit(breakdown(self._reading, self._footprint))
