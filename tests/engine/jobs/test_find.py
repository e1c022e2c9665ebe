"""Jobs that find, add, suggest and fetch models."""

import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from engine.jobs import downloads, find
from engine.jobs.shared import Shared
from engine.messages import (
    AddModel,
    DiscardDownload,
    Done,
    Downloading,
    DownloadModel,
    Downloads,
    FindDownloads,
    FindModels,
    SuggestModels,
    Update,
)
from engine.places import Places
from engine.settings import Settings
from tests.engine.model.hub import Hub

Result = TypeVar("Result")


@pytest.fixture
def shared(places: Places) -> Iterator[Shared]:
    catalog = Catalog.open(places.catalog, places.backups)
    yield Shared(places, catalog, lambda _: None)
    catalog.close()


def run(steps: Generator[Update, None, Result]) -> Result:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def names(shared: Shared) -> list[str]:
    return [model.name for model in run(find.find(shared, FindModels())).models]


def test_found_models_are_those_not_added_yet(
    shared: Shared, places: Places, tmp_path: Path, tiny_model: Path
) -> None:
    own = tmp_path / "own"
    shutil.copytree(tiny_model, own / "Tiny")
    assert names(shared) == []
    Settings(model_folders=[str(own)]).save(places.settings)
    assert names(shared) == ["Tiny"]
    added = run(find.add(shared, AddModel(str(own / "Tiny"))))
    assert added.name == "Tiny"
    assert names(shared) == []


def test_an_added_model_is_in_the_catalog(
    shared: Shared, places: Places, tiny_model: Path
) -> None:
    added = run(find.add(shared, AddModel(str(tiny_model))))
    beside = Catalog.open_reading(places.catalog)
    [row] = models.everything(beside)
    beside.close()
    assert (row.id, row.kind, row.path) == (added.model, "folder", str(tiny_model))
    assert row.context_length == 512
    assert row.bytes == (tiny_model / "model.safetensors").stat().st_size


def test_what_is_no_model_is_not_added(shared: Shared, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        run(find.add(shared, AddModel(str(tmp_path))))
    assert names(shared) == []


def test_a_model_is_downloaded_paused_and_added(
    shared: Shared, places: Places, tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = {file.name: file.read_bytes() for file in tiny_model.iterdir()}
    with Hub("someone/Tiny", content, pause=0.01) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        steps = downloads.download(shared, DownloadModel("someone/Tiny"))
        while not (isinstance(update := next(steps), Downloading) and update.done > 100_000):
            pass
        steps.close()
        waiting = run(downloads.waiting(shared, FindDownloads()))
        assert [one.repo for one in waiting.paused] == ["someone/Tiny"]
        hub.pause = 0.0
        added = run(downloads.download(shared, DownloadModel("someone/Tiny")))
    assert added.name == "Tiny"
    assert (places.downloads / "someone--Tiny" / "model.safetensors").exists()
    assert run(downloads.waiting(shared, FindDownloads())) == Downloads(())
    assert names(shared) == []


def test_a_paused_download_is_discarded(shared: Shared, places: Places) -> None:
    half = places.downloads / "a--b.partial"
    half.mkdir(parents=True)
    (half / "download.json").write_text(
        '{"repo": "a/b", "revision": "main", "total": 5}', encoding="utf-8"
    )
    assert len(run(downloads.waiting(shared, FindDownloads())).paused) == 1
    assert run(downloads.discard(shared, DiscardDownload("a/b"))) == Done()
    assert not half.exists()


def test_what_is_here_already_is_not_suggested(shared: Shared, places: Places) -> None:
    first = run(find.suggest(shared, SuggestModels("ru")))
    assert first.models
    here = places.downloads / first.models[0].repo.replace("/", "--")
    here.mkdir(parents=True)
    again = run(find.suggest(shared, SuggestModels("ru")))
    assert first.models[0] not in again.models
