"""What a run does: measure the base, learn, measure again, keep the voice."""

import shutil
from collections.abc import Generator
from pathlib import Path

import torch

from adapters.catalog import runs
from adapters.catalog.records import Run
from adapters.voice import activations, budget, checkpoint, perplexity
from adapters.voice import session as sessions
from adapters.voice.kept_notes import KeptNotes
from adapters.voice.options import TrainingOptions
from adapters.voice.perplexity import Measured
from adapters.voice.train import train
from adapters.voice.turns import in_turns
from adapters.wording import Phrase, phrase
from engine.jobs.room_to_train import settle_memory
from engine.jobs.run import Work
from engine.jobs.run_notes import format_for, gather
from engine.jobs.run_telling import held_out, told
from engine.jobs.run_voice import keep, trained
from engine.jobs.state import Loaded, RunningTraining, State
from engine.messages import Preparing, RunStarted, Trained, Update
from engine.model.load import training_copy


def work(
    state: State, running: RunningTraining, run: Run, loaded: Loaded, options: TrainingOptions
) -> Generator[Update, None, Trained]:
    """Do the whole of a run, from wherever its checkpoint stands."""
    folder = state.places.checkpoints / str(run.id)
    model = loaded.model
    chat = format_for(model.tokenizer, state.places, state.catalog)
    source = Path(run.folder)
    notes = yield from gather(source, chat, options, model.context_length, folder)
    options = settle_memory(loaded.model, options)
    yield Preparing(phrase("progress", "Making the model ready to learn"))
    # Whoever had a turn before may have left gradients switched off in this thread.
    with torch.inference_mode(False), torch.enable_grad():
        this = _begin(state, running, run, loaded, options, folder, notes)
    yield RunStarted(run.id, this.session.progress.step, len(this.session.plan))
    before = yield from _before(this)
    yield from _learn(this)
    checkpoint.save(this.session, folder)
    after = yield from _after(this)
    voice = keep(this, before, after)
    shutil.rmtree(folder, ignore_errors=True)
    return trained(this, voice)


def _begin(
    state: State,
    running: RunningTraining,
    run: Run,
    loaded: Loaded,
    options: TrainingOptions,
    folder: Path,
    notes: KeptNotes,
) -> Work:
    """Make the training copy and bring it to the last checkpoint."""
    copy = training_copy(loaded.model)
    newest = checkpoint.newest(folder)
    session = sessions.prepare(
        copy.model,
        notes.learn,
        options,
        budget.epochs(notes.trained, options),
        checkpoint.order_of(newest) if newest else None,
    )
    if newest:
        checkpoint.restore(session, newest)
    running.bytes = copy.bytes + activations.training_bytes(session)
    runs.plan(state.catalog, run.id, len(session.plan), notes.documents, len(notes.held_out))
    runs.rewind(state.catalog, run.id, session.progress.step)
    return Work(state, running, run, loaded, options, folder, notes, session)


def _before(this: Work) -> Generator[Update, None, float | None]:
    """Held-out perplexity of the base; measured once in the life of a run."""
    if this.run.perplexity_before is not None or not this.notes.held_out:
        return this.run.perplexity_before
    began = this.session.progress.seconds
    stage = phrase("progress", "Measuring the model on the notes held out")
    measured = yield from _measure(this, stage)
    this.seconds_to_measure = this.session.progress.seconds - began
    before = perplexity.pooled(measured).perplexity
    runs.set_perplexity(this.catalog, this.run.id, before=before)
    yield held_out(this, 0, perplexity.pooled(measured[: this.watched]).mean)
    return before


def _learn(this: Work) -> Generator[Update, None, None]:
    watched = this.notes.held_out[: this.watched]
    training = train(
        this.session,
        this.folder,
        watched,
        this.watch_at(),
        lambda: this.running.stop_and_keep,
    )
    try:
        for done in training:
            yield told(this, done)
    finally:
        training.close()  # leaves a checkpoint


def _after(this: Work) -> Generator[Update, None, float | None]:
    """Held-out perplexity of the voice, on the same sequences."""
    if not this.notes.held_out:
        return None
    stage = phrase("progress", "Measuring the voice on the notes held out")
    measured = yield from _measure(this, stage)
    after = perplexity.pooled(measured).perplexity
    runs.set_perplexity(this.catalog, this.run.id, after=after)
    step = this.session.progress.step
    yield held_out(this, step, perplexity.pooled(measured[: this.watched]).mean)
    return after


def _measure(this: Work, stage: Phrase) -> Generator[Update, None, list[Measured]]:
    measuring = in_turns(
        perplexity.measure(this.session, this.notes.held_out), this.session.progress
    )
    while True:
        try:
            yield Preparing(stage, next(measuring))
        except StopIteration as end:
            measured: list[Measured] = end.value
            return measured
