"""Telling everyone what the engine holds, when it changes, but not all the time."""

import time

from engine.jobs.state import State
from engine.messages import Footprint

_EVERY = 0.5  # seconds


class Footprints:
    def __init__(self, state: State) -> None:
        self._state = state
        self._shown: Footprint | None = None
        self._at = 0.0

    def show(self, *, now: bool = False) -> None:
        """Emit the footprint if it changed; within half a second of the last only if ``now``."""
        if not now and time.monotonic() - self._at < _EVERY:
            return
        self._at = time.monotonic()
        footprint = self._state.footprint()
        if footprint != self._shown:
            self._shown = footprint
            self._state.emit(footprint)
