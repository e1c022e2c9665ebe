"""What a run says while it goes on, and the rows that it leaves in the catalog."""

from dataclasses import replace

from adapters.catalog import runs
from adapters.catalog.records import RunStep
from adapters.voice.train import Done, HeldOutDone, StepDone
from engine.jobs.run import Work
from engine.messages import HeldOut, MicroStep, TrainingStep, Update


def told(this: Work, done: Done) -> Update:
    """Keep what the loop did in the catalog, and say it."""
    match done:
        case StepDone():
            return _step(this, done)
        case HeldOutDone(step, loss):
            return held_out(this, step, loss)
        case _:
            return MicroStep(this.run.id)


def _step(this: Work, done: StepDone) -> Update:
    progress, steps = this.session.progress, len(this.session.plan)
    this.running.step = done.step
    this.pace.mark(progress.tokens, progress.seconds)
    row = RunStep(
        this.run.id,
        done.step,
        done.loss,
        None,
        done.learning_rate,
        progress.tokens,
        progress.seconds,
    )
    runs.record(this.catalog, row)
    to_learn = sum(step.trained for step in this.session.plan[progress.step :])
    peak = this.running.peak
    return TrainingStep(
        this.run.id,
        done.step,
        steps,
        done.loss,
        done.learning_rate,
        progress.tokens,
        this.pace.tokens_per_second,
        this.pace.seconds_for(to_learn) + this.seconds_to_measure + this.seconds_to_sample,
        peak.now if peak else 0,
        peak.most if peak else 0,
    )


def held_out(this: Work, step: int, loss: float) -> Update:
    """A point of the chart; it joins the row of its step, or begins the run at step 0."""
    catalog, progress = this.catalog, this.session.progress
    known = [row for row in runs.steps(catalog, this.run.id) if row.step == step]
    begun = RunStep(this.run.id, step, loss, loss, 0.0, progress.tokens, progress.seconds)
    runs.record(catalog, replace(known[0], held_out_loss=loss) if known else begun)
    return HeldOut(this.run.id, step, loss)
