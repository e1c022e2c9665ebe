"""A training before its turn: its row is there at once, whatever the model's lane is doing.

Loads no torch: an owner who has pressed "Train" may close the program a second later.
"""

import json
import shutil
from collections.abc import Generator

from adapters.catalog import models, runs
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model, Run, Voice
from adapters.errors import UserError
from adapters.wording import phrase
from engine.handed_on import HandedOn
from engine.jobs.choice import card_of, default_model
from engine.jobs.shared import Shared
from engine.messages import CarryOut, RunQueued, Train, TrainOn, Update
from engine.next_version import options_for, run_before


def train(shared: Shared, command: Train) -> Generator[Update, None, HandedOn]:
    """Make the row of a new run. Raises ``UserError`` where there is no model to train."""
    model = default_model(shared.catalog)
    run = runs.add(
        shared.catalog,
        name=command.name,
        colour=command.colour,
        folder=command.folder,
        model=model.id,
        model_fingerprint=model.fingerprint or "",
        options=json.dumps(command.options.as_dict()),
        seed=command.options.seed,
        prompt=command.prompt,
    )
    return (yield from _begin(shared, run))


def train_on(shared: Shared, command: TrainOn) -> Generator[Update, None, HandedOn]:
    """Make the row of a run that goes on from a voice's current version.

    Raises ``UserError`` where the voice or its model is not there any more.
    """
    voice = card_of(shared.catalog, command.voice)
    model = _model_of(shared.catalog, voice)
    before = run_before(shared.catalog, voice)
    options = command.options.shaped_as(options_for(voice, before))
    run = runs.add(
        shared.catalog,
        name=voice.name,
        colour=voice.colour,
        folder=command.folder,
        model=model.id,
        model_fingerprint=voice.model_fingerprint,
        options=json.dumps(options.as_dict()),
        seed=options.seed,
        prompt=command.prompt or (before.prompt if before else ""),
        goes_on=voice.version,
    )
    return (yield from _begin(shared, run))


def _begin(shared: Shared, run: Run) -> Generator[Update, None, HandedOn]:
    # A restored backup may give a number out again: nothing of another run is to be resumed.
    shutil.rmtree(shared.places.checkpoints / str(run.id), ignore_errors=True)
    return (yield from hand_on(shared, run))


def _model_of(catalog: Catalog, voice: Voice) -> Model:
    for model in models.everything(catalog):
        if model.fingerprint == voice.model_fingerprint:
            return model
    raise UserError(
        phrase("errors", "The voice “{name}” cannot learn on.", name=voice.name),
        phrase("errors", "Its model, {model}, is not in the list.", model=voice.model_name),
        phrase("errors", "Add that model under Models, then try again."),
    )


def hand_on(shared: Shared, run: Run) -> Generator[Update, None, HandedOn]:
    """Say what a queued run waits for, and give it to the model's lane."""

    def give_up() -> None:
        runs.set_state(shared.catalog, run.id, "paused")

    try:
        yield RunQueued(run.id, _last_before(shared.catalog, run.id))
    except GeneratorExit:
        give_up()
        raise
    return HandedOn(CarryOut(run.id), give_up)


def _last_before(catalog: Catalog, run: int) -> str:
    """The name of the training that ends last of those before it; empty where none is."""
    others = [
        one
        for one in runs.everything(catalog)
        if one.id != run and one.state in ("running", "queued")
    ]
    others.sort(key=lambda one: (one.state == "queued", one.updated))
    return others[-1].name if others else ""
