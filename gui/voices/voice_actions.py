"""What the owner can do to a voice or a run, each in one short function.

Catalog writes wait for the disk, so they run off the GUI thread; errors are shown by the
one place for messages.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from adapters.catalog import runs, tags, versions, voices
from adapters.catalog.records import Voice, VoiceVersion
from adapters.errors import UserError
from adapters.voice.options import TrainingOptions
from engine.messages import (
    DeleteVersion,
    DeleteVoice,
    Failed,
    ResumeTraining,
    StopAndKeep,
    TrainOn,
)
from engine.next_version import options_for, run_before
from gui import background
from gui.context import Context
from gui.reveal import reveal
from gui.translate import words
from gui.voices.blend.actions import BlendActions
from gui.voices.card import UNDER_WAY, Card
from gui.voices.edit_popover import Complaint
from gui.voices.exchange import VoiceExchange
from gui.voices.live_runs import LiveRuns


class VoiceActions(QObject):
    """Emits ``context.news.voices`` after each change."""

    refused = Signal(int, object)  # a run that could not be resumed, and its Failed
    not_kept = Signal(int)  # a run that goes on

    def __init__(self, context: Context, live: LiveRuns, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._live = live
        self.exchange = VoiceExchange(context, self)
        self.blends = BlendActions(context, self)

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
        if card.is_blend:
            self.blends.delete(card.key[1])
        elif card.state is None:
            self._context.bridge.submit(
                DeleteVoice(card.key[1]), on_finished=lambda _: self._deleted(card), owner=self
            )
        elif card.state not in UNDER_WAY:
            run = card.key[1]
            self._write(
                lambda: runs.trash(self._context.catalog, run),
                self._after(lambda: self._removed(card)),
            )

    def tag(self, voice: int, text: str, answer: Complaint) -> None:
        """``text`` holds the tags with commas between them."""
        self._write(lambda: tags.put(self._context.catalog, voice, text.split(",")), answer)

    def make_current(self, voice: Voice, version: VoiceVersion) -> None:
        """Let a voice speak as another of its versions; nothing is deleted."""
        catalog, before = self._context.catalog, voice.version
        told = self.tr("“{name}” speaks as version {number}").format(
            name=voice.name, number=version.number
        )
        self._write(
            lambda: voices.make_current(catalog, version.id),
            self._after(
                lambda: self._context.notices.toast(
                    told, lambda: self._write(lambda: voices.make_current(catalog, before.id))
                )
            ),
        )

    def delete_version(self, voice: Voice, version: VoiceVersion) -> None:
        """To the trash, with a way back."""
        self._context.bridge.submit(
            DeleteVersion(version.id),
            on_finished=lambda _: self._version_deleted(voice, version),
            owner=self,
        )

    def _version_deleted(self, voice: Voice, version: VoiceVersion) -> None:
        told = self.tr("Version {number} of “{name}” was moved to the trash")
        self._context.news.voices.emit()
        self._context.notices.toast(
            told.format(number=version.number, name=voice.name),
            lambda: self._write(lambda: versions.restore(self._context.catalog, version.id)),
        )

    def train_on(self, voice: int) -> None:
        """Learn what is new in the folder that the voice learned from, as it did before."""
        background.run(
            lambda: self._as_before(voice),
            lambda found: self._go_on(voice, *found),
            owner=self,
        )

    def _as_before(self, voice: int) -> tuple[str, TrainingOptions]:
        card = voices.get(self._context.catalog, voice)
        before = run_before(self._context.catalog, card)
        return before.folder if before else "", options_for(card, before)

    def _go_on(self, voice: int, folder: str, options: TrainingOptions) -> None:
        if not folder:  # it was made elsewhere
            title = self.tr("Folder of notes to learn from")
            folder = QFileDialog.getExistingDirectory(None, title)
        if folder:
            self._context.bridge.submit(
                TrainOn(voice, folder, options),
                on_failed=self._context.notices.problem,
                owner=self,
            )

    def pause(self, run: int) -> None:
        """The run keeps a checkpoint and can be resumed."""
        live = self._live.get(run)
        if live is not None:
            self._context.bridge.cancel(live.job)

    def resume(self, run: int) -> None:
        self._context.bridge.submit(
            ResumeTraining(run),
            on_failed=lambda failed: self.refused.emit(run, failed),
            owner=self,
        )

    def stop_and_keep(self, run: int) -> None:
        self._context.bridge.submit(
            StopAndKeep(run), on_failed=lambda failed: self._not_kept(run, failed), owner=self
        )

    def _not_kept(self, run: int, failed: Failed) -> None:
        self.not_kept.emit(run)
        self._context.notices.problem(failed)

    def _deleted(self, card: Card) -> None:
        self._context.news.voices.emit()
        self._context.notices.toast(
            self.tr("“{name}” was moved to the trash").format(name=card.name),
            lambda: self._write(lambda: voices.restore(self._context.catalog, card.key[1])),
        )

    def _removed(self, card: Card) -> None:
        self._context.notices.toast(
            self.tr("The training of “{name}” was moved to the trash").format(name=card.name),
            lambda: self._write(lambda: runs.restore(self._context.catalog, card.key[1])),
        )

    def _after(self, then: Callable[[], None]) -> Complaint:
        """Goes on once it is written, and tells why it could not be."""
        return lambda why: then() if why is None else self._context.notices.toast(why)

    def _write(self, change: Callable[[], object], answer: Complaint | None = None) -> None:
        told = answer or self._after(lambda: None)
        background.run(
            change,
            lambda _: self._written(told),
            failed=lambda error: self._refused(error, told),
            owner=self,
        )

    def _written(self, answer: Complaint) -> None:
        self._context.news.voices.emit()
        answer(None)

    def _refused(self, error: Exception, answer: Complaint) -> None:
        if not isinstance(error, UserError):
            raise error
        answer(f"{words(error.why)} {words(error.next_step)}")
