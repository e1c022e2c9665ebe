"""The half of the fake engine that finds, adds and downloads models."""

import time

from adapters.wording import phrase
from engine.messages import (
    AddModel,
    DiscardDownload,
    Done,
    Downloading,
    DownloadModel,
    Downloads,
    FindDownloads,
    FindModels,
    Found,
    FoundModel,
    ModelAdded,
    Preparing,
    Suggested,
    Suggestion,
    SuggestModels,
)
from engine.worker import Steps
from tests.fake_rows import FakeRows


class FakeModels:
    """``pause`` is the time of one step in seconds."""

    pause: float
    _rows: FakeRows

    def _find(self, _: FindModels) -> Steps:
        yield Preparing(phrase("progress", "Looking for models"))
        time.sleep(self.pause)
        return Found((FoundModel("Found-1B", "/models/found-1b", "folder", 2_000_000_000),))

    def _add_model(self, command: AddModel) -> Steps:
        yield Preparing(phrase("progress", "Checking the files"))
        return ModelAdded(self._rows.add_model(command.path), "Added")

    def _suggest(self, _: SuggestModels) -> Steps:
        yield from ()
        about = phrase("models", "A small model that knows many languages.")
        return Suggested(
            (Suggestion("Small-1B", "fake/small-1b", "main", 2_000_000_000, "Apache-2.0", about),)
        )

    def _waiting(self, _: FindDownloads) -> Steps:
        yield from ()
        return Downloads(())

    def _discard(self, _: DiscardDownload) -> Steps:
        yield from ()
        return Done()

    def _download(self, command: DownloadModel) -> Steps:
        for part in range(1, 11):
            time.sleep(self.pause)
            yield Downloading(command.repo, part * 100_000, 1_000_000, 5_000_000.0)
        return ModelAdded(8, command.repo)
