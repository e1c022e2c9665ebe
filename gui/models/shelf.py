"""What the Models page knows: models in the catalog, what is loaded, and what is used."""

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from adapters.catalog import models, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model
from engine.messages import ModelChanged
from gui import background
from gui.context import Context


@dataclass(frozen=True)
class Shelved:
    """A model with what the page says about it."""

    model: Model
    loaded: bool
    voices: int

    @property
    def used(self) -> datetime | None:
        return self.model.last_used


@dataclass(frozen=True)
class _Read:
    models: list[Model]
    voices: Counter[str]  # by the fingerprint of their base
    free: int  # bytes on the disk


class Shelf(QObject):
    """``changed`` follows every change; reads run off the GUI thread."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._read = _Read([], Counter(), 0)
        context.news.models.connect(self.refresh)
        context.news.voices.connect(self.refresh)
        context.bridge.event.connect(self._hear)

    @property
    def free(self) -> int:
        """Bytes left on the disk that holds the models."""
        return self._read.free

    def models(self) -> list[Shelved]:
        """The loaded one first, then the last used."""
        now = self._context.bridge.model
        loaded = now.model if now else None
        found = [
            Shelved(model, model.id == loaded, self._read.voices[model.fingerprint or ""])
            for model in self._read.models
        ]
        return sorted(found, key=lambda shelved: not shelved.loaded)

    def paths(self) -> set[str]:
        return {model.path for model in self._read.models}

    def refresh(self) -> None:
        catalog, cache = self._context.catalog, self._context.places.cache
        background.run(lambda: read(catalog, cache), self._take, owner=self)

    def _take(self, found: _Read) -> None:
        self._read = found
        self.changed.emit()

    def _hear(self, event: object) -> None:
        if isinstance(event, ModelChanged):
            self.refresh()


def read(catalog: Catalog, cache: Path) -> _Read:
    used = Counter(voice.model_fingerprint for voice in voices.everything(catalog))
    return _Read(models.everything(catalog), used, shutil.disk_usage(cache).free)
