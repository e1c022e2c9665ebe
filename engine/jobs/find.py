"""Models that are not in the catalog yet: found on disk, added, or suggested."""

from collections.abc import Generator
from pathlib import Path

from adapters.catalog import models
from adapters.wording import phrase
from engine.jobs.shared import Shared
from engine.memory import meter
from engine.messages import (
    AddModel,
    FindModels,
    Found,
    ModelAdded,
    Preparing,
    Suggested,
    SuggestModels,
    Update,
)
from engine.model import library, suggestions
from engine.model.download import folder_of
from engine.model.source import inspect
from engine.settings import Settings


def find(shared: Shared, _: FindModels) -> Generator[Update, None, Found]:
    """Look through the usual folders, the owner's and what was downloaded."""
    own = Settings.load(shared.places.settings).model_folders
    folders = library.known_folders([*own, str(shared.places.downloads)])
    known = {Path(model.path).resolve() for model in models.everything(shared.catalog)}
    found = []
    for model in library.find(folders):
        yield Preparing(phrase("progress", "Looking for models"))
        if model is not None and Path(model.path).resolve() not in known:
            found.append(model)
    return Found(tuple(found))


def add(shared: Shared, command: AddModel) -> Generator[Update, None, ModelAdded]:
    """Check a folder or a GGUF file and remember it. Raises ``UserError``."""
    yield Preparing(phrase("progress", "Checking the model"))
    return remember(shared, Path(command.path).expanduser().absolute())


def suggest(shared: Shared, command: SuggestModels) -> Generator[Update, None, Suggested]:
    """Name models for what is free now, leaving out those that are here already."""
    yield from ()
    device = meter.likely_device()
    free = meter.reading(device).available
    named = suggestions.suggest(command.language, free, device)
    return Suggested(
        tuple(s for s in named if not folder_of(shared.places.downloads, s.repo).exists())
    )


def remember(shared: Shared, path: Path) -> ModelAdded:
    """Put a sound model into the catalog. Raises ``UserError`` for any other."""
    source = inspect(path)
    row = models.add(
        shared.catalog,
        library.name_of(path),
        source.kind,
        str(path),
        source.bytes,
        source.context_length,
    )
    return ModelAdded(row.id, row.name)
