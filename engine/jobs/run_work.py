"""What a run does: measure the base, learn, measure again, keep the voice, judge it."""

import json
import shutil
from collections.abc import Generator
from pathlib import Path

import torch

from adapters.catalog import runs
from adapters.catalog.records import Run
from adapters.voice import activations, balance, budget, checkpoint
from adapters.voice import session as sessions
from adapters.voice.kept_notes import KeptNotes
from adapters.voice.options import TrainingOptions
from adapters.wording import phrase
from engine.jobs import run_measures
from engine.jobs.room_to_train import settle_memory
from engine.jobs.run import Work
from engine.jobs.run_layers import with_layers
from engine.jobs.run_learning import learn
from engine.jobs.run_measures import general_texts
from engine.jobs.run_notes import format_for, gather
from engine.jobs.run_questions import QuestionWriter
from engine.jobs.run_start import start_from_version
from engine.jobs.run_verdict import judge
from engine.jobs.run_voice import keep, trained
from engine.jobs.state import Loaded, RunningTraining, State
from engine.memory.peak import Peak
from engine.messages import Preparing, RunStarted, Trained, Update
from engine.model.load import training_copy


def work(
    state: State, running: RunningTraining, run: Run, loaded: Loaded, options: TrainingOptions
) -> Generator[Update, None, Trained]:
    """Do the whole of a run, from wherever its checkpoint stands."""
    folder = state.places.checkpoints / str(run.id)
    model = loaded.model
    chat = format_for(model.tokenizer, state.places, state.catalog)
    length = min(options.max_length, model.context_length)
    writer = QuestionWriter(loaded, chat, length)
    notes = yield from gather(state, run, chat, options, model.context_length, folder, writer)
    options = settle_memory(model, budget.settled(options, model.parameters, str(model.device)))
    options = yield from with_layers(model, notes, options)
    runs.set_options(state.catalog, run.id, json.dumps(options.as_dict()))
    yield Preparing(phrase("progress", "Making the model ready to learn"))
    running.peak = Peak(str(model.device))
    # Whoever had a turn before may have left gradients switched off in this thread.
    with torch.inference_mode(False), torch.enable_grad():
        this = _begin(state, running, run, loaded, options, folder, notes)
    yield RunStarted(run.id, this.session.progress.step, len(this.session.plan))
    this.general = general_texts(this, chat)
    before = yield from run_measures.before(this)
    start_from_version(this)
    yield from learn(this)
    after = yield from run_measures.after(this)
    voice = keep(this)
    shutil.rmtree(folder, ignore_errors=True)
    yield from judge(this, voice, before, after)
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
        balance.of_notes(notes, options.evenness),
        weights=balance.of_notes(notes, options.loss_evenness),
    )
    if newest:
        checkpoint.restore(session, newest)
    running.step = session.progress.step
    running.bytes = copy.bytes + activations.training_bytes(session)
    held_out = notes.held_out_documents
    runs.plan(state.catalog, run.id, len(session.plan), notes.documents, held_out)
    runs.rewind(state.catalog, run.id, session.progress.step)
    return Work(state, running, run, loaded, options, folder, notes, session)
