"""The samples of the run on screen, from the catalog and from events, and their prompt."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from adapters.catalog import runs
from adapters.catalog.records import Run, RunSample, RunState
from gui.context import Context
from gui.translate import words
from gui.voices.card import UNDER_WAY
from gui.voices.edit_popover import Complaint, EditPopover
from gui.voices.live_runs import LiveRun
from gui.voices.run.sample_card import SampleCard

ENDED = ("finished", "failed")


class RunSamples(QObject):
    """``asked`` carries a run whose prompt the owner has changed."""

    asked = Signal(int)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._run: Run | None = None
        self._past: dict[int, RunSample] = {}
        self.card = SampleCard()
        self.card.change_wanted.connect(self._change)

    def take(self, samples: Iterable[RunSample]) -> None:
        """Those that the catalog knows of the run that is shown next."""
        self._past = {sample.step: sample for sample in samples}

    def show_run(self, run: Run, state: RunState, live: LiveRun | None) -> None:
        if self._run is None or self._run.id != run.id:
            self.card.follow()
        known = self._with_newer(live)
        run = self._run = _prompted(run, known.values())
        shown = bool(known or run.prompt) or state in UNDER_WAY
        self.card.setVisible(shown)
        if shown:
            self.card.show_samples(known, run.prompt, run.colour, state not in ENDED)

    def _with_newer(self, live: LiveRun | None) -> dict[int, RunSample]:
        """Both together; replies to an earlier prompt do not compare with newer ones."""
        if live is None or not live.samples:
            return self._past
        prompt = next(iter(live.samples.values())).prompt
        past = {step: one for step, one in self._past.items() if one.prompt == prompt}
        return past | live.samples

    def _change(self) -> None:
        """Write it to the row of the run, where the engine looks before each sample."""
        run = self._run
        if run is None:
            return
        catalog = self._context.catalog

        def save(text: str, answer: Complaint) -> None:
            def saved(_: object) -> None:
                answer(None)
                self.asked.emit(run.id)

            self._context.writer.put(
                lambda: runs.set_prompt(catalog, run.id, text),
                then=saved,
                failed=lambda error: answer(words(error.why)),
                owner=self,
            )

        title = self.tr("Prompt of the sample replies")
        popover = EditPopover(title, run.prompt, save, self.card)
        popover.open_below(self.card.change)


def _prompted(run: Run, samples: Iterable[RunSample]) -> Run:
    """With the prompt that the engine has taken from the notes since the row was read."""
    asked = next((sample.prompt for sample in samples), "")
    return run if run.prompt else replace(run, prompt=asked)
