"""Models fetched from the hub."""

from collections.abc import Generator

from engine.jobs.find import remember
from engine.jobs.shared import Shared
from engine.messages import (
    DiscardDownload,
    Done,
    DownloadModel,
    Downloads,
    FindDownloads,
    ModelAdded,
    Update,
)
from engine.model import download as transfer


def download(shared: Shared, command: DownloadModel) -> Generator[Update, None, ModelAdded]:
    """Fetch a model, or go on with it, and remember it; closing the generator pauses."""
    folder = yield from transfer.download(command.repo, command.revision, shared.places.downloads)
    return remember(shared, folder)


def waiting(shared: Shared, _: FindDownloads) -> Generator[Update, None, Downloads]:
    """What a pause or a crash has left half done."""
    yield from ()
    return Downloads(tuple(transfer.paused(shared.places.downloads)))


def discard(shared: Shared, command: DiscardDownload) -> Generator[Update, None, Done]:
    """Give a paused download up."""
    yield from ()
    transfer.discard(shared.places.downloads, command.repo)
    return Done()
