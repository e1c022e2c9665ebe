"""Opens the list of voices where it is asked for."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adapters.catalog import voices
from adapters.catalog.records import Voice
from gui import background
from gui.chat.composer.voice_picker import VoicePicker
from gui.context import Context


class VoiceChoice(QObject):
    """Reads the voices off the GUI thread, then shows them over ``anchor``."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog, self._bridge = context.catalog, context.bridge

    def open(self, anchor: QWidget, now: int | None, then: Callable[[Voice | None], None]) -> None:
        """``now`` is ticked; ``then`` is told which voice was chosen, None: the model itself."""
        background.run(
            lambda: voices.everything(self._catalog, "last_used"),
            lambda found: self._show(anchor, found, now, then),
            owner=anchor,
        )

    def _show(
        self,
        anchor: QWidget,
        found: list[Voice],
        now: int | None,
        then: Callable[[Voice | None], None],
    ) -> None:
        picker = VoicePicker(anchor, found, self._bridge.model, now)
        picker.chosen.connect(then)
        picker.open_above(anchor)
