"""Making a new voice in four steps: name and model, folder, preview, train."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.messages import Failed, ModelChanged, NotesPreview, Progress, RunQueued, RunStarted
from gui.context import Context
from gui.voices.new_voice.deciding import Deciding
from gui.voices.new_voice.draft import Draft, Unfinished
from gui.voices.new_voice.previewing import Previewing
from gui.voices.new_voice.readiness import (
    FOLDER,
    NAME,
    PREVIEW,
    TRAIN,
    facts_of,
    furthest,
    learnable,
)
from gui.voices.new_voice.starting import Starting
from gui.voices.new_voice.steps_view import StepsView


class NewVoice(StepsView):
    """``started`` carries the id of the run; ``left``: the owner has gone back."""

    started = Signal(int)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._context = context
        self.draft = Draft()
        self.preview: NotesPreview | None = None
        self.previewing = Previewing(context, self)
        self.deciding = Deciding(context, self)
        self.starting = Starting(context, self)
        self._connect()

    # --- the way through --------------------------------------------------------------

    def begin(self, folder: Path | None = None) -> None:
        """Start afresh; with a folder, at its preview."""
        self._show_draft(Draft())
        self.name.begin()
        self.go(NAME)
        if folder is not None:
            self.take_folder(folder)

    def unfinished(self) -> Unfinished | None:
        """What ``go_on`` needs; None once a training is being begun from it."""
        return None if self.starting.busy else Unfinished(self.draft, self.step())

    def go_on(self, place: Unfinished) -> None:
        """Show again what the owner has chosen so far."""
        self._show_draft(place.draft)
        self.name.go_on(place.draft.name, place.draft.colour)
        if place.draft.folder is not None:
            self._read(place.draft.folder)
        self.go(place.step)

    def _show_draft(self, draft: Draft) -> None:
        self.leave()
        self.draft, self.preview = draft, None
        self.train.show_options(draft.options)
        self.train.prompt.show_prompt(draft.prompt)
        self.train.fold.setChecked(not draft.is_default)
        self.clear_trouble()
        self.folder.show_folder(None)

    def leave(self) -> None:
        """Stop what is under way here."""
        self.previewing.stop()
        self.starting.stop()

    def take_folder(self, folder: Path) -> None:
        """Read a folder and show what would be learned from it."""
        self.draft = self.draft.with_folder(folder)
        if not self.name.name.text().strip():
            self.name.name.setText(self.draft.name)
        self._read(folder)
        self.go(PREVIEW)

    def _read(self, folder: Path) -> None:
        self.folder.show_folder(folder)
        self.preview = None
        self.deciding.begin(folder)
        self.side.begin(self.draft)
        self.files.show_folder(folder)
        self.estimate.show_preview(None)
        self.previewing.ask(self.draft)

    def go(self, step: int) -> None:
        self.show_step(step)
        self._refresh()
        self.focus_step()

    def next(self) -> None:
        """To the following step where this one is complete."""
        if not self.foot.next.isEnabled():
            return
        if self.step() == NAME:
            self.go(FOLDER)
        elif self.draft.folder is not None:
            self.go(PREVIEW)

    def start(self) -> None:
        self.clear_trouble()
        self.starting.start(self.draft.train())
        self._refresh()

    # --- what changes -----------------------------------------------------------------

    def _named(self) -> None:
        self.draft = replace(self.draft, name=self.name.name.text(), colour=self.name.colour)
        self._refresh()

    def _options_changed(self) -> None:
        self.draft = replace(self.draft, options=self.train.options)
        if self.draft.folder is not None:
            self.previewing.ask_soon(self.draft)
        self._refresh()

    def _prompted(self, text: str) -> None:
        self.draft = replace(self.draft, prompt=text)

    def _take_preview(self, preview: NotesPreview) -> None:
        self.preview = preview
        self.train.prompt.suggest(preview.prompt)
        self.files.show_preview(preview)
        self.side.themes.ask()
        self.estimate.show_preview(preview)
        self._refresh()

    def _named_owner(self, names: list[str]) -> None:
        if self.preview is not None:
            self.deciding.name_owner(names, self.preview.owner)

    def _ask_again(self) -> None:
        """The same folder, of which something else becomes now; the table stays."""
        if self.draft.folder is not None:
            self.previewing.ask(self.draft)
            self._refresh()

    def _no_preview(self, failed: Failed) -> None:
        self.preview = None
        self.estimate.show_preview(None)
        self.files.show_problem(failed)
        self._refresh()

    def _not_started(self, failed: Failed) -> None:
        self.show_trouble(failed)
        self._refresh()

    def _hear(self, event: object) -> None:
        if isinstance(event, ModelChanged):
            self.name.show_model(self._context.bridge.model)
        if not isinstance(event, Progress) or isinstance(event.update, RunQueued | RunStarted):
            self._refresh_start()

    def _refresh(self) -> None:
        self.list.show_voice(self.draft.colour, self.draft.name)
        last = furthest(self.name.is_complete(), self.draft, self.preview)
        self.list.show_step(self.step(), last)
        model = self._context.bridge.model
        self.train.facts.show_facts(facts_of(self.draft, model, self.preview))
        self.train.size_choice.show_sizes(self.preview.sizes if self.preview else ())
        self.foot.next.setEnabled(self.step() < last)
        self.foot.settings.setEnabled(learnable(self.preview))
        self._refresh_start()

    def _refresh_start(self) -> None:
        busy = self.starting.busy
        others = bool(self._context.bridge.training) and not busy
        ready = learnable(self.preview) and self.name.is_complete() and self._fits() and not others
        self.foot.start.setEnabled(ready and not self.previewing.waiting)
        self.foot.start.set_busy(busy)
        if others and self.step() >= PREVIEW:
            self.foot.note.setText(
                self.tr("Another voice is in training. Pause it, or wait until it is done.")
            )
        elif not busy:
            self.foot.note.setText(self.brief())

    def _fits(self) -> bool:
        return self.estimate.estimate is None or self.estimate.estimate.fits

    def _connect(self) -> None:
        self.list.wanted.connect(self.go)
        self.name.changed.connect(self._named)
        self.name.models_wanted.connect(lambda: self._context.news.go.emit("models", None))
        self.name.name.returnPressed.connect(self.next)
        self.folder.given.connect(self.take_folder)
        self.files.folder_given.connect(self.take_folder)
        self.files.table.chosen.connect(lambda file: self.side.example.show_file(self.draft, file))
        self.deciding.listen_to(self.files.table)
        self.files.who.chosen.connect(self._named_owner)
        self.deciding.changed.connect(self._ask_again)
        self.train.changed.connect(self._options_changed)
        self.train.prompt.changed.connect(self._prompted)
        self.estimate.changed.connect(self._refresh_start)
        self.estimate.less_wanted.connect(lambda: self.train.saving.setChecked(True))
        self.previewing.seen.connect(self.files.show_seen)
        self.previewing.ready.connect(self._take_preview)
        self.previewing.failed.connect(self._no_preview)
        self.starting.stage.connect(self.foot.note.setText)
        self.starting.begun.connect(self.started)
        self.starting.failed.connect(self._not_started)
        self.starting.ended.connect(self._refresh)
        self.foot.cancel.clicked.connect(self.left)
        self.foot.back.clicked.connect(lambda: self.go(self.step() - 1))
        self.foot.settings.clicked.connect(lambda: self.go(TRAIN))
        self.foot.next.clicked.connect(self.next)
        self.foot.start.clicked.connect(self.start)
        self._context.bridge.event.connect(self._hear)
