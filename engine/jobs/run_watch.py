"""What goes on around a run: memory that runs short, and notes that change under it."""

from collections.abc import Generator
from pathlib import Path

from adapters.notes.folder_state import folder_state
from adapters.voice import durable
from engine.jobs.run import Work
from engine.memory import meter
from engine.messages import MicroStep, RunTrouble, Update

SHORT = 0.05  # of the memory left free, or less: other programs begin to suffer
_FILE = "folder-state"  # beside the checkpoints: what the notes were taken from


class Watch:
    """Tells each trouble once when it comes, and once when it has gone."""

    def __init__(self, this: Work) -> None:
        self._this = this
        self._told: set[str] = set()

    def look(self) -> None:
        """Take the memory of this moment into the peak."""
        if self._this.running.peak is not None:
            self._this.running.peak.look()

    def after_a_step(self) -> Generator[Update, None, None]:
        found = meter.reading(str(self._this.loaded.model.device))
        yield from self._tell("memory", found.available < SHORT * found.total)

    def folder(self) -> Generator[Update, None, None]:
        """Compare the folder with what it was when the run began; the first time, keep that.

        The run learns from its own copy whatever has become of it.
        """
        listing = folder_state(Path(self._this.run.folder))
        while True:
            try:
                next(listing)
            except StopIteration as end:
                state: str = end.value
                break
            yield MicroStep(self._this.run.id)
        path = self._this.folder / _FILE
        if path.exists():
            yield from self._tell("folder", path.read_text(encoding="utf-8") != state)
        else:
            durable.write(path, state.encode())

    def _tell(self, kind: str, holds: bool) -> Generator[Update, None, None]:
        if holds == (kind in self._told):
            return
        self._told ^= {kind}
        yield RunTrouble(self._this.run.id, kind, over=not holds)
