"""Checkpoints that a crash has left behind."""

from collections.abc import Iterator

import pytest

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from engine.owner import own
from engine.places import Places
from tests.fakes import fake_makers


@pytest.fixture
def catalog(places: Places) -> Iterator[Catalog]:
    catalog = Catalog.open(places.catalog, places.backups)
    yield catalog
    catalog.close()


def test_only_those_of_finished_runs_are_deleted_at_the_start(
    places: Places, catalog: Catalog
) -> None:
    done, paused = (runs.add(catalog, name, "rust", "/n", 1, "f", "{}", 0).id for name in "AB")
    runs.set_state(catalog, done, "finished")
    runs.set_state(catalog, paused, "paused")
    folders = {name: places.checkpoints / name for name in (str(done), str(paused), "99", "mine")}
    for folder in folders.values():
        folder.mkdir(parents=True)
        (folder / "step-00000001-0000.safetensors").write_bytes(b"weights")
    catalog.close()
    owner = own(places, lambda _: None, makers=fake_makers())
    assert owner is not None
    owner.close()
    left = sorted(folder.name for folder in places.checkpoints.iterdir())
    assert left == sorted([str(paused), "99", "mine"])
