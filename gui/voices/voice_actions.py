"""What the owner can do to a voice or a run, each in one short function.

Catalog writes wait for the disk, so they run off the GUI thread; errors are shown by the
one place for messages.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from adapters.catalog import runs, voices
from adapters.catalog.records import RunState
from adapters.errors import UserError
from engine.messages import DeleteVoice, ResumeTraining, StopAndKeep
from gui import background
from gui.context import Context
from gui.reveal import reveal
from gui.translate import words
from gui.voices.card import Card
from gui.voices.edit_popover import Complaint
from gui.voices.live_runs import LiveRuns


class VoiceActions(QObject):
    """Emits ``context.news.voices`` after each change."""

    refused = Signal(int, object)  # a run that could not be resumed, and its Failed

    def __init__(self, context: Context, live: LiveRuns, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._live = live

    def rename(self, voice: int, name: str, answer: Complaint) -> None:
        """``answer`` hears None, or why the name cannot be taken."""
        self._write(lambda: voices.rename(self._context.catalog, voice, name), answer)

    def describe(self, voice: int, text: str, answer: Complaint) -> None:
        self._write(lambda: voices.describe(self._context.catalog, voice, text), answer)

    def set_colour(self, voice: int, colour: str) -> None:
        self._write(lambda: voices.set_colour(self._context.catalog, voice, colour))

    def show_files(self, card: Card) -> None:
        """The voice's own folder; for a run that made none yet, the folder of its notes."""
        catalog, kept = self._context.catalog, self._context.places.voices
        kind, number = card.key

        def find() -> Path:
            if kind == "voice":
                return kept / voices.get(catalog, number).version.path
            return Path(runs.get(catalog, number).folder)

        background.run(find, lambda folder: reveal(folder, self._context.notices), owner=self)

    def delete(self, card: Card) -> None:
        """To the trash, with a way back. A run in training is paused first, by the owner."""
        if card.state is None:
            self._context.bridge.submit(
                DeleteVoice(card.key[1]), on_finished=lambda _: self._deleted(card)
            )
        elif card.state != "running":
            self._set_state(card.key[1], "stopped", lambda: self._removed(card))

    def pause(self, run: int) -> None:
        """The run keeps a checkpoint and can be resumed."""
        live = self._live.get(run)
        if live is not None:
            self._context.bridge.cancel(live.job)

    def resume(self, run: int) -> None:
        self._context.bridge.submit(
            ResumeTraining(run), on_failed=lambda failed: self.refused.emit(run, failed)
        )

    def stop_and_keep(self, run: int) -> None:
        self._context.bridge.submit(StopAndKeep(run))

    def _deleted(self, card: Card) -> None:
        self._context.news.voices.emit()
        self._context.notices.toast(
            self.tr("“{name}” was moved to the trash").format(name=card.name),
            lambda: self._write(lambda: voices.restore(self._context.catalog, card.key[1])),
        )

    def _removed(self, card: Card) -> None:
        state = card.state or "paused"
        self._context.notices.toast(
            self.tr("The training of “{name}” was removed").format(name=card.name),
            lambda: self._set_state(card.key[1], state, lambda: None),
        )

    def _set_state(self, run: int, state: RunState, then: Callable[[], None]) -> None:
        self._write(lambda: runs.set_state(self._context.catalog, run, state), lambda _: then())

    def _write(self, change: Callable[[], object], answer: Complaint = lambda _: None) -> None:
        background.run(
            change,
            lambda _: self._written(answer),
            failed=lambda error: self._refused(error, answer),
            owner=self,
        )

    def _written(self, answer: Complaint) -> None:
        self._context.news.voices.emit()
        answer(None)

    def _refused(self, error: Exception, answer: Complaint) -> None:
        if not isinstance(error, UserError):
            raise error
        answer(f"{words(error.why)} {words(error.next_step)}")
