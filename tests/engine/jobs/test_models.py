"""Loading and unloading, with the tiny model."""

import gc
import weakref
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model
from adapters.errors import UserError
from engine.jobs.choice import default_model
from engine.jobs.models import ensure_model, load_model, unload_model
from engine.jobs.state import RunningTraining, State
from engine.memory import meter
from engine.messages import Done, LoadModel, ModelChanged, Preparing, UnloadModel
from engine.places import Places
from tests.engine.jobs.running import collect, finish
from tests.fakes import Heard
from tests.tiny_model import make_tiny_model


def test_a_model_is_loaded_and_told(state: State, tiny: Model, heard: Heard) -> None:
    updates, result = collect(load_model(state, LoadModel(tiny.id)))
    assert [type(update) for update in updates] == [Preparing]
    assert (result.model, result.name) == (tiny.id, "Tiny")
    assert heard.events[-1] == ModelChanged(tiny.id, "Tiny", tiny.fingerprint or "", 512)
    assert models.get(state.catalog, tiny.id).last_used is not None
    footprint = state.footprint()
    assert footprint.weights > 100_000
    assert footprint.kv_cache == 0


def test_the_same_model_again_is_not_loaded_twice(state: State, tiny: Model) -> None:
    finish(load_model(state, LoadModel(tiny.id)))
    before = state.loaded
    updates, _ = collect(load_model(state, LoadModel(tiny.id)))
    assert state.loaded is before
    assert updates == []


def test_a_model_that_was_never_converted_is_converted_first(
    state: State, tiny_model: Path, places: Places
) -> None:
    row = models.add(state.catalog, "A/B: ünusual", "folder", str(tiny_model), 1_000, 512)
    updates, _ = collect(load_model(state, LoadModel(row.id)))
    fractions = [update.fraction for update in updates if isinstance(update, Preparing)]
    assert len(fractions) > 5
    row = models.get(state.catalog, row.id)
    assert row.nf4_path is not None
    assert Path(row.nf4_path).parent == places.models
    assert state.loaded is not None
    assert state.loaded.model.fingerprint == row.fingerprint


def test_closed_in_the_middle_of_a_conversion_nothing_is_left(
    state: State, tiny_model: Path, places: Places
) -> None:
    row = models.add(state.catalog, "Tiny", "folder", str(tiny_model), 1_000, 512)
    job = load_model(state, LoadModel(row.id))
    for _ in range(4):
        next(job)
    job.close()
    assert list(places.models.iterdir()) == []
    assert models.get(state.catalog, row.id).nf4_path is None


def test_the_former_model_is_freed_before_the_next_is_loaded(
    state: State, tiny: Model, tmp_path: Path, heard: Heard
) -> None:
    other = make_tiny_model(tmp_path / "other", seed=1)
    row = models.add(state.catalog, "Other", "folder", str(other), 1_000, 512)
    finish(load_model(state, LoadModel(tiny.id)))
    assert state.loaded is not None
    former = weakref.ref(state.loaded.model.model)
    heard.events.clear()
    finish(load_model(state, LoadModel(row.id)))
    gc.collect()
    assert former() is None
    assert [event.model for event in heard.of(ModelChanged)] == [None, row.id]


def test_unloading_frees_it(state: State, tiny: Model, heard: Heard) -> None:
    finish(load_model(state, LoadModel(tiny.id)))
    assert finish(unload_model(state, UnloadModel())) == Done()
    assert state.loaded is None
    assert heard.events[-1] == ModelChanged(None, "", "", 0)
    assert state.footprint().weights == 0


def test_while_a_voice_trains_the_model_stays(state: State, tiny: Model, tmp_path: Path) -> None:
    other = models.add(state.catalog, "Other", "folder", str(tmp_path), 1_000, 512)
    finish(load_model(state, LoadModel(tiny.id)))
    state.training = RunningTraining(run=1, step=0)
    for job in (unload_model(state, UnloadModel()), load_model(state, LoadModel(other.id))):
        with pytest.raises(UserError, match="being trained"):
            finish(job)
    assert state.loaded is not None
    assert state.loaded.row.id == tiny.id


def test_what_does_not_fit_is_refused_with_the_numbers_and_the_former_stays(
    state: State, tiny: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The meter is told that next to nothing is free; everything else is real."""
    other = make_tiny_model(tmp_path / "other", seed=1)
    row = models.add(state.catalog, "Other", "folder", str(other), 1_000, 512)
    finish(load_model(state, LoadModel(row.id)))
    measured = meter.reading()
    monkeypatch.setattr(meter, "reading", lambda _: replace(measured, available=100_000))
    with pytest.raises(UserError, match=r"needs .* MiB and .* MiB are free"):
        finish(load_model(state, LoadModel(tiny.id)))
    assert state.loaded is not None
    assert state.loaded.row.id == row.id


def test_a_model_that_is_gone_is_said(state: State) -> None:
    with pytest.raises(UserError, match="not in the catalog"):
        finish(load_model(state, LoadModel(99)))


def test_the_default_is_the_one_used_last_then_the_starter(catalog: Catalog) -> None:
    with pytest.raises(UserError, match="no model"):
        default_model(catalog)
    one = models.add(catalog, "One", "folder", "/one", 1, 512)
    assert default_model(catalog).id == one.id
    starter = models.add(catalog, "Starter", "starter", "/starter", 1, 512)
    assert default_model(catalog).id == starter.id
    models.touch(catalog, one.id)
    assert default_model(catalog).id == one.id


def test_where_none_is_loaded_the_default_is(state: State, tiny: Model) -> None:
    assert finish(ensure_model(state)).row.id == tiny.id
