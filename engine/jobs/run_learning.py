"""The learning of a run: tried out first, with samples on the way, back after a bad step."""

from collections.abc import Generator

from adapters.catalog import runs
from adapters.voice import best, checkpoint, recovery
from adapters.voice.train import Done, HeldOutDone, NotANumberError, StepDone, train
from engine.jobs.run import Work
from engine.jobs.run_samples import Samples
from engine.jobs.run_telling import told
from engine.jobs.run_watch import Watch
from engine.jobs.trying_out import try_out
from engine.memory import heap
from engine.messages import RunStarted, RunTrouble, Update


def learn(this: Work) -> Generator[Update, None, None]:
    """Learn to the end or to where the owner stops it; the best state is in place then.

    Raises ``NotANumberError`` where going back and a lower rate did not help.
    """
    yield from try_out(this)
    samples, watch = Samples(this), Watch(this)
    yield from watch.folder()
    yield from samples.catch_up()
    if this.run.setbacks:
        yield RunTrouble(this.run.id, "setback")
    while True:
        try:
            yield from _train(this, samples, watch)
            break
        except NotANumberError:
            if not recovery.go_back(this.session, this.folder):
                raise
            yield from _went_back(this)
    # Before the best state is put in: a run that is cut while it is measured goes on from here.
    checkpoint.save(this.session, this.folder)
    best.restore(this.session, this.folder)
    yield from samples.of_what_is_kept()


def _train(this: Work, samples: Samples, watch: Watch) -> Generator[Update, None, None]:
    training = train(
        this.session,
        this.folder,
        this.notes.held_out[: this.watched],
        this.watch_at(),
        stopped=lambda: this.running.stop_and_keep and this.session.progress.step > 0,
        hurried=this.state.hurried.is_set,
    )
    try:
        for done in training:
            watch.look()
            yield told(this, done)
            yield from _beside(done, samples, watch)
    finally:
        training.close()  # leaves a checkpoint


def _beside(done: Done, samples: Samples, watch: Watch) -> Generator[Update, None, None]:
    """What is done between two steps and changes nothing of them."""
    if isinstance(done, StepDone):
        heap.give_back()
        yield from watch.after_a_step()
        yield from samples.after_a_step()
    elif isinstance(done, HeldOutDone):
        yield from watch.folder()


def _went_back(this: Work) -> Generator[Update, None, None]:
    """The rows after the checkpoint are of a way that was left."""
    step = this.session.progress.step
    this.running.step = step
    this.begin_pace()
    runs.rewind(this.catalog, this.run.id, step)
    runs.count_setback(this.catalog, this.run.id)
    yield RunStarted(this.run.id, step, len(this.session.plan))
    yield RunTrouble(this.run.id, "setback")
