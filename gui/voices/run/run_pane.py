"""The training page: how far a run is, what it has learned, and its buttons."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from adapters.catalog import run_samples, runs
from adapters.catalog.records import Run, RunSample, RunState, RunStep
from engine.diagnosis import Course, findings
from engine.messages import Failed
from gui import background
from gui.context import Context
from gui.memory_watch import MemoryWatch
from gui.notices import Problem
from gui.translate import words
from gui.voices.card import state_of
from gui.voices.curve import Curve, loss_of
from gui.voices.live_runs import LiveRun, LiveRuns
from gui.voices.run.described import of_run
from gui.voices.run.facts import FactsCard
from gui.voices.run.findings_card import FindingsCard
from gui.voices.run.loss_card import LossCard
from gui.voices.run.pane_head import PaneHead
from gui.voices.run.run_buttons import RunButtons
from gui.voices.run.run_numbers import RunNumbers
from gui.voices.run.run_samples import RunSamples
from gui.voices.run.state_chip import state_look
from gui.voices.voice_actions import VoiceActions
from gui.widgets.buttons import Button, primary
from gui.widgets.emptying import empty, shown_problem
from gui.widgets.error_card import ErrorCard
from gui.widgets.labels import label
from gui.widgets.layouts import column


class RunPane(QWidget):
    """Shows one run at a time; the catalog says what was, the events what is new."""

    back_wanted = Signal()

    def __init__(
        self,
        context: Context,
        live: LiveRuns,
        actions: VoiceActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._live, self._actions = context, live, actions
        self._run: Run | None = None
        self._wanted: int | None = None
        self._past = Curve()
        self._problem: tuple[int, Problem] | None = None  # a run, and what the engine said
        self._told: Problem | None = None  # what is on screen
        self.again: Button = primary("")
        self.buttons = RunButtons(actions)
        self.head = PaneHead(self.buttons)
        self.head.back_wanted.connect(self.back_wanted)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.numbers = RunNumbers()
        self.note = label("", tone=2, wrap=True)
        self.findings = FindingsCard()
        self.loss = LossCard()
        self.samples = RunSamples(context, self)
        self.facts = FactsCard(self.tr("This training"))
        self._trouble = QVBoxLayout()
        self._lay_out()
        self._listen()

    @property
    def run(self) -> int | None:
        return self._run.id if self._run else None

    def show_run(self, run: int) -> None:
        """Read the run and its steps from the catalog and show them."""
        self._wanted = run
        catalog = self._context.catalog
        background.run(
            lambda: (
                runs.get(catalog, run),
                runs.steps(catalog, run),
                run_samples.of(catalog, run),
            ),
            self._take,
            owner=self,
        )

    def trouble(self, run: int, failed: Failed) -> None:
        """Keep what the engine said about a failure, for its card."""
        self._problem = (run, Problem.of(failed))
        if run == self.run:
            self._show()

    def _lay_out(self) -> None:
        layout = column(
            self.head,
            self.bar,
            self.numbers,
            self._trouble,
            self.note,
            self.findings,
            self.loss,
            self.samples.card,
            self.facts,
            gap=12,
            margins=(24, 16, 24, 16),
        )
        layout.setStretchFactor(self.loss, 1)
        self.setLayout(layout)

    def _listen(self) -> None:
        self.samples.card.chosen.connect(self.loss.mark_step)
        self.samples.asked.connect(self.show_run)
        self._live.changed.connect(self._show_live)
        self._live.begun.connect(self._began)
        self._live.ended.connect(self._ended)
        self._memory = MemoryWatch(self._context.bridge, self.numbers)
        self._memory.measured.connect(self.numbers.memory.show_memory)

    def _take(self, read: tuple[Run, list[RunStep], list[RunSample]]) -> None:
        if read[0].id != self._wanted:
            return  # another card was chosen while this one was read
        self._run, steps, samples = read
        self.samples.take(samples)
        self._past = Curve()
        before = self._run.perplexity_before
        if before:
            self._past.held_out[0] = loss_of(before)
        self._past.take(steps)
        self._show()

    def _began(self, run: int) -> None:
        if self._problem and self._problem[0] == run:
            self._problem = None
        if run == self.run:
            self.show_run(run)

    def _ended(self, run: int, event: object) -> None:
        if isinstance(event, Failed):
            self.trouble(run, event)
        if run == self.run:
            self.show_run(run)

    def _show_live(self) -> None:
        # A chart that nobody sees is not drawn: the chat needs the thread.
        if self.isVisible() and self._run and self._live.get(self._run.id):
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        run = self._run
        if run is None:
            return
        live = self._live.get(run.id)
        curve = self._past if live is None else self._past.with_newer(live.curve)
        step, steps = (live.step, live.steps) if live and live.steps else (run.step, run.steps)
        state = _state(run, live)
        self.head.show_head(run.colour, run.name, *state_look(state, step == 0))
        self.buttons.show_state(run.id, state, step)
        self.bar.setValue(round(1000 * step / steps) if steps else 0)
        self.bar.setAccessibleName(self.tr("Training of {name}").format(name=run.name))
        self.numbers.show_progress(step, steps, live.seconds_left if live else None)
        self.numbers.show_losses(curve)
        self.loss.show_curve(curve, step, steps, run.colour)
        tokens = live.tokens if live and live.tokens else run.tokens
        speed = live.tokens_per_second if live else 0.0
        self.facts.show_facts(of_run(run, tokens, speed, curve.rate))
        self.samples.show_run(run, state, live)
        course = Course.of(run, curve.losses, curve.held_out, steps, live.troubles if live else ())
        self.findings.show_findings(findings(course))
        self._show_note(run, state, live)
        self._show_trouble(run, live is not None)
        self.numbers.memory.show_peak(live.peak_memory if live else 0)
        self._show_memory(live is not None)

    def _show_note(self, run: Run, state: RunState, live: LiveRun | None) -> None:
        text = ""
        if live is not None and live.stage is not None:
            text = words(live.stage)
        elif state == "interrupted" and not run.problem:
            text = self.tr(
                "Timbre was closed while this voice was training. Nothing is lost: it goes on "
                "from its last checkpoint."
            )
        elif state == "paused":
            text = self.tr("The training is paused and its memory is free. Nothing is lost.")
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def problem(self) -> str | None:
        """Why the run has stopped, in words, where that is shown."""
        return shown_problem(self._trouble)

    def _show_trouble(self, run: Run, running: bool) -> None:
        problem = None if running else self._problem_of(run)
        if problem == self._told and (problem is None or not self.again.busy):
            return
        self._told = problem
        empty(self._trouble)
        if problem is not None:
            self.again = primary(self.tr("Try again"), "rotate-cw").set_small()
            self.again.clicked.connect(lambda: self._try_again(run.id))
            self._trouble.addWidget(ErrorCard(problem, (self.again,), closable=False))
            self.buttons.resume.hide()  # one way on is enough

    def _try_again(self, run: int) -> None:
        self.again.set_busy(True)
        self._actions.resume(run)

    def _problem_of(self, run: Run) -> Problem | None:
        if self._problem and self._problem[0] == run.id:
            return self._problem[1]
        if run.state != "failed" and not (run.state == "interrupted" and run.problem):
            return None
        kept = self.tr("Nothing is lost: it goes on from its last checkpoint.")
        return Problem(
            self.tr("The training of “{name}” has stopped.").format(name=run.name),
            words(run.problem) if run.problem else "",
            self.tr("Mend the cause and try again.") if run.state == "failed" else kept,
        )

    def _show_memory(self, running: bool) -> None:
        if running and self._memory.last is None:
            self._memory.measure()
        self.numbers.show_memory(running)


def _state(run: Run, live: LiveRun | None) -> RunState:
    if live is None:
        return state_of(run, live=False)
    return "queued" if live.behind else "running"
