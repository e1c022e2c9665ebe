"""What the engine says about runs in training, for every widget that shows it.

One object listens to the bridge, whoever started a run: this window, the command line
or a click before the page was built.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from adapters.catalog.records import RunSample
from adapters.wording import Phrase
from engine.messages import (
    Cancelled,
    Failed,
    Finished,
    HeldOut,
    Preparing,
    Progress,
    RunQueued,
    RunStarted,
    RunTrouble,
    Sampled,
    TrainingStep,
    Update,
)
from gui.bridge import Bridge
from gui.throttle import Throttle
from gui.voices.curve import Curve


@dataclass
class LiveRun:
    """``stage`` is what the run prepares before its next step, if anything.

    ``behind`` names the training that it waits for; empty once its turn has come.
    """

    run: int
    job: int
    step: int = 0
    steps: int = 0
    tokens: int = 0
    tokens_per_second: float = 0.0
    seconds_left: float | None = None
    stage: Phrase | None = None
    behind: str = ""
    peak_memory: int = 0  # bytes beyond the loaded model
    curve: Curve = field(default_factory=Curve)
    samples: dict[int, RunSample] = field(default_factory=dict)  # by step
    troubles: set[str] = field(default_factory=set)  # kinds that hold


class LiveRuns(QObject):
    """``changed`` comes at most twice a second for all runs together."""

    begun = Signal(int)  # run
    changed = Signal()
    ended = Signal(int, object)  # run, and its Finished, Failed or Cancelled

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live: dict[int, LiveRun] = {}
        self._throttle = Throttle(self.changed.emit, self)
        for job, run in bridge.training.items():
            self._known(job, run)
        bridge.event.connect(self._event)

    def get(self, run: int | None) -> LiveRun | None:
        return self._live.get(run) if run is not None else None

    def all(self) -> list[LiveRun]:
        return list(self._live.values())

    def _event(self, event: object) -> None:
        if isinstance(event, Progress):
            self._progress(event.job, event.update)
        elif isinstance(event, Finished | Failed | Cancelled):
            for live in [live for live in self._live.values() if live.job == event.job]:
                del self._live[live.run]
                self.ended.emit(live.run, event)

    def _progress(self, job: int, update: Update) -> None:
        if isinstance(update, RunQueued):
            self._waits(job, update)
        elif isinstance(update, RunStarted):
            self._began(job, update)
        elif isinstance(update, TrainingStep):
            self._stepped(self._known(job, update.run), update)
        elif isinstance(update, HeldOut):
            self._known(job, update.run).curve.held_out[update.step] = update.loss
        elif isinstance(update, Sampled):
            self._sampled(self._known(job, update.run), update)
        elif isinstance(update, RunTrouble):
            self._troubled(self._known(job, update.run), update)
        elif isinstance(update, Preparing):
            self._prepares(job, update.stage)
        else:
            return
        self._throttle.call()

    def _waits(self, job: int, update: RunQueued) -> None:
        live = self._known(job, update.run)
        live.behind, live.stage = update.behind, update.stage
        self.begun.emit(update.run)

    def _began(self, job: int, update: RunStarted) -> None:
        live = self._known(job, update.run)
        live.step, live.steps, live.stage = update.step, update.steps, None
        live.behind = ""
        live.curve.rewind(update.step)
        live.samples = {s: one for s, one in live.samples.items() if s <= update.step}
        self.begun.emit(update.run)

    def _stepped(self, live: LiveRun, update: TrainingStep) -> None:
        live.step, live.steps, live.tokens = update.step, update.steps, update.tokens
        live.tokens_per_second = update.tokens_per_second
        live.seconds_left = update.seconds_left
        live.stage = None
        live.peak_memory = update.peak_memory
        live.curve.losses[update.step] = update.loss
        live.curve.rate = update.learning_rate

    def _sampled(self, live: LiveRun, update: Sampled) -> None:
        """Replies to another prompt do not compare, and have been forgotten."""
        sample = RunSample(update.run, update.step, update.prompt, update.text)
        kept = {s: one for s, one in live.samples.items() if one.prompt == sample.prompt}
        live.samples = kept | {sample.step: sample}

    def _troubled(self, live: LiveRun, update: RunTrouble) -> None:
        change = live.troubles.discard if update.over else live.troubles.add
        change(update.kind)

    def _prepares(self, job: int, stage: Phrase) -> None:
        for live in self._live.values():
            if live.job == job:
                live.stage = stage

    def _known(self, job: int, run: int) -> LiveRun:
        live = self._live.setdefault(run, LiveRun(run, job))
        live.job = job
        return live
