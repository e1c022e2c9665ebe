"""Notes that were written since a voice learned: looked for while voices are shown."""

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from engine.messages import FindNewNotes, NewNotes, NotesOfVoice
from gui.bridge import Bridge

AT_MOST_EVERY = 3 * 60_000  # ms


class NewNotesWatch(QObject):
    """``changed`` comes when the counts are others than before."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._found: dict[int, NotesOfVoice] = {}
        self._since = QElapsedTimer()
        self._looking = False

    def of(self, voice: int) -> int:
        """How many new notes wait for a voice."""
        return self._found[voice].count if voice in self._found else 0

    def look(self, again: bool = False) -> None:
        """Look, unless that was done a moment ago; ``again`` looks all the same."""
        if self._looking or (
            not again and self._since.isValid() and not self._since.hasExpired(AT_MOST_EVERY)
        ):
            return
        self._looking = True
        self._bridge.submit(
            FindNewNotes(),
            on_finished=self._take,
            on_failed=lambda _: self._ended(),
            on_cancelled=self._ended,
            owner=self,
        )

    def _take(self, result: NewNotes) -> None:
        self._ended()
        found = {one.voice: one for one in result.voices if one.count}
        if found != self._found:
            self._found = found
            self.changed.emit()

    def _ended(self) -> None:
        self._looking = False
        self._since.start()
