"""A sound voice in each form, to be spoiled, and the state that it is brought to."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.catalog import models, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model
from engine.jobs.exporting import export
from engine.jobs.state import State
from engine.messages import ExportVoice
from engine.model import record
from engine.places import Places
from tests.engine.jobs.conftest import catalog, heard, state, tiny
from tests.engine.jobs.running import finish
from tests.engine.jobs.voices import make_voice
from tests.faults.brought.bringing import FORMS

__all__ = ["catalog", "heard", "state", "tiny"]


@pytest.fixture(scope="module")
def exported(tiny_model: Path, tiny_nf4: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one voice in each form."""
    folder = tmp_path_factory.mktemp("exported")
    places = Places(folder / "data", folder / "cache")
    opened = Catalog.open(places.catalog, places.backups)
    state = State(places, opened, lambda _: None)
    made = record.read(tiny_nf4)
    assert made is not None
    row = models.add(opened, "Tiny", "folder", str(tiny_model), 1_000, 512)
    models.set_quantised(opened, row.id, str(tiny_nf4), made.fingerprint)
    voice = make_voice(state, models.get(opened, row.id), "Ferns", seed=1)
    sound = folder / "sound"
    sound.mkdir()
    for form, name in FORMS.items():
        finish(export(state, ExportVoice(voice.id, form, str(sound / name))))
    opened.close()
    return sound


@pytest.fixture
def sound(exported: Path, tiny: Model, tmp_path: Path) -> Path:
    """A copy of them; the model that they fit is in the catalog."""
    del tiny
    return Path(shutil.copytree(exported, tmp_path / "sound"))


@pytest.fixture(autouse=True)
def nothing_is_kept(state: State) -> Iterator[None]:
    """After each refusal there is neither a row, nor a file, nor anything half."""
    yield
    assert voices.everything(state.catalog) == []
    kept = state.places.voices
    assert not kept.exists() or list(kept.iterdir()) == []
