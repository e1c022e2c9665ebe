"""Loading and unloading the one base model."""

import hashlib
import json
import re
import time
from collections.abc import Generator
from pathlib import Path

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model
from adapters.errors import UserError
from adapters.voice.slot import VoiceSlot
from adapters.wording import phrase
from engine.generation.decoder import make_decoder
from engine.generation.pasts import Pasts
from engine.jobs.choice import default_model
from engine.jobs.state import Loaded, State
from engine.memory import meter, planner
from engine.messages import Done, LoadModel, ModelLoaded, Preparing, UnloadModel, Update
from engine.model import precision, record
from engine.model.load import load
from engine.model.quantise import quantise
from engine.model.room import gib
from engine.model.source import inspect


def load_model(state: State, command: LoadModel) -> Generator[Update, None, ModelLoaded]:
    """Make a model the loaded one. Raises ``UserError``, before anything is freed if it can."""
    row = _row(state.catalog, command.model)
    if state.loaded is None or state.loaded.row.id != row.id:
        _refuse_while_training(state)
    return (yield from use_model(state, row))


def use_model(state: State, row: Model) -> Generator[Update, None, ModelLoaded]:
    """Load a model also where a training is under way: it is the one that asks for it."""
    begun = time.monotonic()
    if state.loaded is None or state.loaded.row.id != row.id:
        folder = yield from _converted(state, row)
        _check_memory(state, row, folder)
        yield Preparing(phrase("progress", "Loading the model"))
        state.put_model(None)
        state.put_model(_loaded(state, models.get(state.catalog, row.id), folder))
    models.touch(state.catalog, row.id)
    return ModelLoaded(row.id, row.name, time.monotonic() - begun)


def unload_model(state: State, _: UnloadModel) -> Generator[Update, None, Done]:
    """Free the model and all that hangs on it."""
    yield from ()
    _refuse_while_training(state)
    if state.loaded is not None:
        state.put_model(None)
    return Done()


def ensure_model(state: State) -> Generator[Update, None, Loaded]:
    """The loaded model; where there is none, the one used last is loaded first."""
    if state.loaded is None:
        yield from load_model(state, LoadModel(default_model(state.catalog).id))
    assert state.loaded is not None
    return state.loaded


def fingerprint_of(state: State, row: Model) -> str | None:
    """Of its 4-bit copy, also of one that an earlier entry of the same files has left."""
    folder = Path(row.nf4_path) if row.nf4_path else state.places.models / _folder_name(row)
    made = record.read(folder)
    return made.fingerprint if made is not None else row.fingerprint


def _row(catalog: Catalog, model: int) -> Model:
    try:
        return models.get(catalog, model)
    except LookupError as error:
        raise UserError(
            phrase("errors", "This model is not in the catalog any more."),
            phrase("errors", "It was taken off the list."),
            phrase("errors", "Choose another model, or add it again."),
        ) from error


def _refuse_while_training(state: State) -> None:
    if state.training is not None and state.loaded is not None:
        raise UserError(
            phrase("errors", "The model stays as it is for now."),
            phrase("errors", "A voice is being trained on it."),
            phrase("errors", "Pause the training, or wait until it is done."),
        )


def _converted(state: State, row: Model) -> Generator[Update, None, Path]:
    """The model's NF4 folder, made first where it is missing."""
    if row.nf4_path is not None and record.read(Path(row.nf4_path)) is not None:
        return Path(row.nf4_path)
    source = inspect(Path(row.path))
    folder = yield from quantise(source, state.places.models / _folder_name(row))
    made = record.read(folder)
    assert made is not None
    models.set_quantised(state.catalog, row.id, str(folder), made.fingerprint)
    return folder


def _folder_name(row: Model) -> str:
    """Readable, and another one for a model of the same name in another place."""
    readable = re.sub(r"[^A-Za-z0-9._-]+", "-", row.name).strip(".-")[:60] or "model"
    return f"{readable}-{hashlib.sha256(row.path.encode()).hexdigest()[:8]}"


def _check_memory(state: State, row: Model, folder: Path) -> None:
    """Refuse what does not fit into what is free and what the present model will free."""
    try:
        shape = planner.Shape.of(json.loads((folder / "config.json").read_text(encoding="utf-8")))
    except (KeyError, ValueError):
        return  # an unusual model: loading it will show
    device = str(precision.device())
    free = meter.reading(device).available + _held(state)
    judged = planner.judge(planner.loading(shape, device=device).total, free)
    if judged.verdict == "too large":
        raise UserError(
            phrase("errors", "“{name}” is too large for the free memory.", name=row.name),
            phrase(
                "errors",
                "It needs {needed} and {free} are free.",
                needed=gib(judged.need),
                free=gib(judged.free),
            ),
            phrase("errors", "Close other programs, or choose a smaller model."),
        )


def _held(state: State) -> int:
    held = state.footprint()
    return held.weights + held.voices + held.kv_cache


def _loaded(state: State, row: Model, folder: Path) -> Loaded:
    model = load(folder)
    decoder = make_decoder(model, state.hurried.is_set)
    return Loaded(row, model, decoder, VoiceSlot(model.model), Pasts())
