"""Closing in the middle of a step of the real starter ends the engine in its two seconds."""

import time
from pathlib import Path

import pytest

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from adapters.voice import checkpoint
from adapters.voice.options import TrainingOptions
from engine.messages import Progress, Sampled, Train
from engine.owner import own
from engine.places import Places
from tests.heard import Heard
from tests.notes import some_given

pytestmark = pytest.mark.real_model

# A long micro-batch: without being cut short its passes take longer than closing may.
LONG = TrainingOptions(max_length=1024, micro_tokens=1024, batch_tokens=4096, epochs=1.0)


def test_the_run_is_paused_and_saved(tmp_path: Path, starter_nf4: Path) -> None:
    places = Places(data=tmp_path / "data", cache=starter_nf4.parents[1])
    heard = Heard()
    owner = own(places, heard)
    assert owner is not None
    owner.service.submit(Train(str(some_given(tmp_path / "notes")), "Cut", "rust", LONG))
    heard.wait_for(lambda e: isinstance(e, Progress) and isinstance(e.update, Sampled), 900)
    time.sleep(1.5)  # after the sample of step 0 it learns, and is in the middle of a pass
    assert owner.close()  # False: it did not end in time
    catalog = Catalog.open(places.catalog, places.backups)
    (run,) = runs.everything(catalog)
    catalog.close()
    assert run.state == "paused"
    assert checkpoint.newest(places.checkpoints / str(run.id)) is not None
