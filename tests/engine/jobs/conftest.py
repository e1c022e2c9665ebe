"""A state with a catalog in which the tiny model is known, and nothing loaded."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.catalog import conversations, models
from adapters.catalog.database import Catalog
from adapters.catalog.records import Conversation, Model, Voice
from engine import scene_store
from engine.jobs.state import State
from engine.model import record
from engine.places import Places
from tests.engine.jobs.plays import SCENE
from tests.engine.jobs.voices import make_voice
from tests.fakes import Heard
from tests.notes import write_notes


@pytest.fixture
def catalog(places: Places) -> Iterator[Catalog]:
    catalog = Catalog.open(places.catalog, places.backups)
    yield catalog
    catalog.close()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def state(places: Places, catalog: Catalog, heard: Heard) -> State:
    return State(places, catalog, heard)


@pytest.fixture
def tiny(catalog: Catalog, tiny_model: Path, tiny_nf4: Path) -> Model:
    """The tiny model's row; its NF4 folder is made already."""
    row = models.add(catalog, "Tiny", "folder", str(tiny_model), 1_000, 512)
    made = record.read(tiny_nf4)
    assert made is not None
    models.set_quantised(catalog, row.id, str(tiny_nf4), made.fingerprint)
    return models.get(catalog, row.id)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return write_notes(tmp_path / "notes")


@pytest.fixture
def garden(state: State, tiny: Model) -> Voice:
    return make_voice(state, tiny, "Garden", seed=1)


@pytest.fixture
def letters(state: State, tiny: Model) -> Voice:
    return make_voice(state, tiny, "Letters", seed=2)


@pytest.fixture
def talk(state: State, garden: Voice, letters: Voice) -> Conversation:
    assert garden.id != letters.id
    scene = scene_store.create(state.catalog, SCENE)
    return conversations.create(state.catalog, "", scene=scene)
