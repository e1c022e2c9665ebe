"""A finished voice: did it learn, from what, how, and where its files lie."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from adapters.catalog import models, runs, verdicts, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Run, Voice
from engine.messages import ModelChanged
from engine.places import Places
from gui import background, figures
from gui.context import Context
from gui.voices.curve import Curve, loss_of
from gui.voices.run.described import of_voice
from gui.voices.run.facts import Facts, FactsCard
from gui.voices.run.figure import Figure
from gui.voices.run.files_card import FilesCard, files_of
from gui.voices.run.find_notes import FindNotesCard
from gui.voices.run.loss_card import LossCard
from gui.voices.run.pane_head import PaneHead
from gui.voices.run.state_chip import verdict_look
from gui.voices.run.verdict_card import VerdictCard
from gui.voices.used_in.card import UsedInCard
from gui.voices.verdict import Verdict, verdict
from gui.voices.versions.card import VersionsCard
from gui.widgets.buttons import icon_button, primary
from gui.widgets.error_card import Sign
from gui.widgets.labels import label
from gui.widgets.layouts import column, row


@dataclass(frozen=True)
class _Read:
    voice: Voice
    run: Run | None
    curve: Curve
    files: Facts
    verdict: Verdict
    has_model: bool  # False: none of the models here can be the one that it speaks through


class VoicePane(QWidget):
    """Emits ``talk_wanted`` with the voice's id, ``menu_wanted`` with a place on the screen."""

    back_wanted = Signal()
    talk_wanted = Signal(int)
    compare_wanted = Signal(int)
    menu_wanted = Signal(QPoint)
    files_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: _Read | None = None
        self._wanted: int | None = None
        self.talk = primary(self.tr("Talk with this voice"), "message-square")
        self.menu = icon_button("ellipsis", self.tr("More for this voice"))
        self.head = PaneHead(self.menu, self.talk)
        self.about = label("", tone=2, wrap=True)
        self.other_model = label("", "small", tone=2, wrap=True)
        self.figures = self._make_figures()
        self.verdict = VerdictCard()
        self.versions = VersionsCard(context)
        self.used_in = UsedInCard(context)
        self.loss = LossCard()
        self.facts = FactsCard(self.tr("How it was made"))
        self.files = FilesCard(self.tr("Files"), self.tr("Show files"))
        self.notes = FindNotesCard(context)
        self._lay_out()
        self._connect()

    @property
    def voice(self) -> int | None:
        return self._shown.voice.id if self._shown else None

    def show_voice(self, voice: int) -> None:
        """Read the voice, its run and its files, and show them."""
        self._wanted = voice
        catalog, places = self._context.catalog, self._context.places
        background.run(lambda: _read(catalog, places, voice), self._take, owner=self)
        self.versions.show_voice(voice)
        self.used_in.show_voice(voice)

    def _make_figures(self) -> dict[str, Figure]:
        return {
            "before": Figure(self.tr("perplexity before")),
            "after": Figure(self.tr("perplexity after")),
            "change": Figure(self.tr("on held-out notes")),
            "notes": Figure(self.tr("notes")),
            "size": Figure(self.tr("size")),
        }

    def _lay_out(self) -> None:
        numbers = row(*self.figures.values(), None, gap=22)
        self._elsewhere = QWidget()
        self._elsewhere.setLayout(row(Sign("info", "text_3", 15), self.other_model, None, gap=6))
        layout = column(
            self.head,
            self.about,
            self._elsewhere,
            numbers,
            self.verdict,
            self.versions,
            self.loss,
            self.notes,
            self.used_in,
            self.facts,
            self.files,
            gap=12,
            margins=(24, 16, 24, 16),
        )
        layout.setStretchFactor(self.loss, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.head.back_wanted.connect(self.back_wanted)
        self.talk.clicked.connect(self._talk)
        self.verdict.compare.clicked.connect(self._compare)
        self.menu.clicked.connect(
            lambda: self.menu_wanted.emit(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))
        )
        self.files.open_button.clicked.connect(self.files_wanted)
        self._context.bridge.event.connect(self._hear)

    def _talk(self) -> None:
        if self._shown is not None:
            self.talk_wanted.emit(self._shown.voice.id)

    def _compare(self) -> None:
        if self._shown is not None:
            self.compare_wanted.emit(self._shown.voice.id)

    def _hear(self, event: object) -> None:
        if isinstance(event, ModelChanged):
            self._show_model()

    def _take(self, read: _Read) -> None:
        if read.voice.id != self._wanted:
            return  # another card was chosen while this one was read
        self._shown = read
        voice, run = read.voice, read.run
        judged = read.verdict
        look = verdict_look(judged.tone, judged.icon)
        self.head.show_head(voice.colour, voice.name, judged.word(), look)
        self.verdict.show_verdict(judged)
        self.about.setText(voice.description)
        self.about.setVisible(bool(voice.description))
        self._show_figures(voice, judged)
        self.loss.setVisible(run is not None)
        if run is not None:
            self.loss.show_curve(read.curve, run.step, run.step, voice.colour)
        self.notes.show_folder(run.folder if run else "")
        self.facts.show_facts(of_voice(voice, run))
        self.files.show_facts(read.files)
        self._show_model()

    def _show_figures(self, voice: Voice, judged: Verdict) -> None:
        version = voice.version
        before, after = version.perplexity_before, version.perplexity_after
        self.figures["before"].show_value(figures.decimal(before) if before else "")
        self.figures["after"].show_value(figures.decimal(after) if after else "")
        change = "" if judged.change is None else figures.percent(judged.change)
        self.figures["change"].show_value(change, judged.tone)
        self.figures["notes"].show_value(figures.whole(version.notes))
        self.figures["size"].show_value(figures.size(version.bytes))

    def _show_model(self) -> None:
        """A voice speaks only through the model that it was trained on."""
        if self._shown is None:
            return
        voice, model = self._shown.voice, self._context.bridge.model
        fits = self._shown.has_model and (
            model is None or model.fingerprint == voice.model_fingerprint
        )
        self.talk.setEnabled(fits)
        self.verdict.compare.setEnabled(fits)
        self._elsewhere.setVisible(not fits)
        why = (
            self.tr("This voice speaks through {model}. Load that model under Models.")
            if self._shown.has_model
            else self.tr(
                "This voice was made for {model}, which is none of your models. Add it under "
                "Models and load it once."
            )
        )
        self.other_model.setText(why.format(model=voice.model_name))


def _read(catalog: Catalog, places: Places, voice: int) -> _Read:
    found = voices.get(catalog, voice)
    run = runs.get(catalog, found.version.run) if found.version.run is not None else None
    curve = Curve()
    if run is not None:
        if run.perplexity_before:
            curve.held_out[0] = loss_of(run.perplexity_before)
        curve.take(runs.steps(catalog, run.id))
    judged = verdict(found.version, verdicts.get(catalog, found.version.id))
    files = files_of(places.voices / found.version.path)
    return _Read(found, run, curve, files, judged, _has_model(catalog, found.model_fingerprint))


def _has_model(catalog: Catalog, fingerprint: str) -> bool:
    """A model that has not been converted yet may be the one."""
    return any(model.fingerprint in (None, fingerprint) for model in models.everything(catalog))
