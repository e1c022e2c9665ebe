"""The most memory that a piece of work has taken, also between two looks. Loads no torch."""

from contextlib import suppress
from pathlib import Path

from engine.memory import meter

_RESET = Path("/proc/self/clear_refs")  # a 5 sets the high-water mark back (Linux 4.0)
_STATUS = Path("/proc/self/status")


class Peak:
    """Bytes beyond those that this process had when the work began.

    The kernel keeps the high-water mark of main memory; of a GPU's memory, and where the mark
    cannot be set back, it is the most of all looks.
    """

    def __init__(self, device: str) -> None:
        self._device = device
        self._marked = device == "cpu" and _forget_mark()
        self._before = meter.reading(device).process
        self.now = 0
        self.most = 0
        self.least_free = meter.reading(device).available

    def look(self) -> None:
        """Measure now; well under a millisecond."""
        found = meter.reading(self._device)
        self.now = max(0, found.process - self._before)
        high = _mark() - self._before if self._marked else self.now
        self.most = max(self.most, self.now, high)
        # What was taken for a moment between two looks was not free then.
        self.least_free = min(self.least_free, found.available - max(0, self.most - self.now))


def _forget_mark() -> bool:
    with suppress(OSError):
        _RESET.write_text("5", encoding="ascii")
        return True
    return False


def _mark() -> int:
    lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)
