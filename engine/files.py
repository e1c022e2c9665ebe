"""The lane for files and the network: nothing here touches the model."""

from collections.abc import Callable
from typing import Any

from adapters.catalog.database import Catalog
from engine.jobs import downloads, find, preview
from engine.jobs.shared import Shared
from engine.messages import (
    AddModel,
    Command,
    DiscardDownload,
    DownloadModel,
    FindDownloads,
    FindModels,
    PreviewNotes,
    SuggestModels,
)
from engine.places import Places
from engine.worker import Emit, Steps

JOBS: dict[type[Command], Callable[[Shared, Any], Steps]] = {
    AddModel: find.add,
    DiscardDownload: downloads.discard,
    DownloadModel: downloads.download,
    FindDownloads: downloads.waiting,
    FindModels: find.find,
    PreviewNotes: preview.preview,
    SuggestModels: find.suggest,
}


class Files:
    """The handler of the files' lane."""

    def __init__(self, places: Places, catalog: Catalog, emit: Emit) -> None:
        self._shared = Shared(places, catalog, emit)

    def handle(self, command: Command) -> Steps:
        """Do a command step by step."""
        return JOBS[type(command)](self._shared, command)

    def close(self) -> None:
        """Nothing is held between jobs."""
