"""A data folder of its own for a benchmark that trains, with the starter model and some notes."""

import json
import random
import shutil
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.notes.decisions import SHORTEST
from adapters.notes.document import Document
from adapters.notes.folder import read
from engine.messages import Update
from engine.places import Places


def done(job: Generator[Update, None, Any]) -> Any:
    """Do a job to its end; its result."""
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value


@contextmanager
def workplace(model: Path) -> Iterator[tuple[Places, Catalog]]:
    """A data folder of its own that knows the starter model."""
    with tempfile.TemporaryDirectory() as folder:
        places = Places(data=Path(folder) / "data", cache=Path(folder) / "cache")
        places.data.mkdir()
        catalog = Catalog.open(places.catalog, places.backups)
        starter = models.add(catalog, "Starter", "starter", str(model), 0, 8192)
        told = json.loads((model / "timbre.json").read_text(encoding="utf-8"))
        models.set_quantised(catalog, starter.id, str(model), told["fingerprint"])
        try:
            yield places, catalog
        finally:
            catalog.close()


@contextmanager
def some(notes: Path, count: int) -> Iterator[Path]:
    """A copy of ``count`` of the notes, always the same ones."""
    paths = note_paths(notes)
    chosen = random.Random(count).sample(paths, min(count, len(paths)))
    with tempfile.TemporaryDirectory() as folder:
        for path in chosen:
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(notes / path, target)
        yield Path(folder)


def note_paths(notes: Path) -> list[str]:
    """The notes of a folder that can be learned from."""
    found = (one for one in read(notes) if isinstance(one, Document))
    return [one.path for one in found if len(one.text) >= SHORTEST]
