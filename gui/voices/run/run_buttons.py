"""Pause, Resume, Stop and keep: those that make sense in the state of the run.

A failed run is tried again from its error card.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from adapters.catalog.records import RunState
from gui.voices.card import UNDER_WAY
from gui.voices.voice_actions import VoiceActions
from gui.widgets.buttons import Button, primary, secondary
from gui.widgets.layouts import row


class RunButtons(QWidget):
    """A button that was pressed shows a ring until the run has changed its state."""

    def __init__(self, actions: VoiceActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run, self._state = 0, ""
        self.pause = secondary(self.tr("Pause"), "pause")
        self.keep = secondary(self.tr("Stop and keep"), "save")
        self.resume = primary(self.tr("Resume"), "play")
        self.pause.clicked.connect(lambda: self._press(self.pause, actions.pause))
        self.keep.clicked.connect(lambda: self._press(self.keep, actions.stop_and_keep))
        self.resume.clicked.connect(lambda: self._press(self.resume, actions.resume))
        self.setLayout(row(self.pause, self.keep, self.resume, gap=10))
        actions.refused.connect(lambda *_: self._rest())
        actions.not_kept.connect(self._rest)

    def show_state(self, run: int, state: RunState, step: int) -> None:
        self.keep.setEnabled(step > 0)  # before, the voice would be the base itself
        if (run, state) == (self._run, self._state):
            return
        self._run, self._state = run, state
        self._rest()
        self.pause.setVisible(state in UNDER_WAY)
        self.keep.setVisible(state == "running")
        self.resume.setVisible(state in ("paused", "interrupted"))

    def _press(self, button: Button, act: Callable[[int], None]) -> None:
        button.set_busy(True)
        act(self._run)

    def _rest(self) -> None:
        for button in (self.pause, self.keep, self.resume):
            button.set_busy(False)
