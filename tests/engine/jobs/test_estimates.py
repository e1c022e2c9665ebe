"""What a training will take, foretold from what earlier ones have shown."""

from dataclasses import replace

import pytest

from adapters.catalog.database import Catalog
from adapters.voice.options import RICH_TARGETS, TrainingOptions
from engine.jobs import pace
from engine.jobs.estimates import Amount, Estimator
from engine.memory import planner
from engine.memory.planner import Shape

SHAPE = Shape(576, 1536, 30, 9, 3, 64, 49152, tied=True, context_length=8192)
NOTES = Amount(learn=100_000, held_out=0)
LIGHT = TrainingOptions().of_size("light")
RICH = TrainingOptions().of_size("rich")


@pytest.fixture
def estimator(catalog: Catalog) -> Estimator:
    return Estimator(catalog, "abc", SHAPE.parameters, SHAPE)


def test_no_time_is_told_before_the_first_run(estimator: Estimator) -> None:
    assert [size.seconds for size in estimator.sizes(NOTES, LIGHT)] == [None, None]


def test_the_speed_of_one_size_foretells_the_other(catalog: Catalog, estimator: Estimator) -> None:
    slowness = planner.slowness(SHAPE, LIGHT)
    pace.remember(catalog, "abc", learning=50.0, measuring=100.0, slowness=slowness)
    light, rich = estimator.sizes(NOTES, LIGHT)
    assert light.seconds == pytest.approx(100_000 / 50)
    assert rich.seconds == pytest.approx(2_000 * planner.slowness(SHAPE, RICH) / slowness)
    assert (light.seconds or 0) < (rich.seconds or 0)


def test_rich_is_larger_and_takes_more_memory(estimator: Estimator) -> None:
    light, rich = estimator.sizes(NOTES, LIGHT)
    assert (light.bytes or 0) < (rich.bytes or 0)
    assert (light.peak_bytes or 0) < (rich.peak_bytes or 0)


def test_a_model_of_unusual_shape_has_a_time_but_no_size(catalog: Catalog) -> None:
    pace.remember(catalog, "abc", learning=50.0, measuring=100.0)
    unusual = Estimator(catalog, "abc", 1_000, None)
    light, rich = unusual.sizes(NOTES, LIGHT)
    assert (light.bytes, light.peak_bytes) == (None, None)
    assert light.seconds == rich.seconds == pytest.approx(2_000)


def test_the_layers_chosen_take_as_long_as_foretold() -> None:
    """Once they are chosen, the options name paths instead of a share."""
    paths = tuple(
        f"model.layers.{layer}.mlp.{kind}"
        for layer in range(30)
        for kind in RICH_TARGETS
        if kind.endswith(("gate_proj", "up_proj", "down_proj"))
    )
    chosen = replace(RICH, targets=paths, critical=None)
    share = planner.adapter_parameters(SHAPE, chosen) / planner.adapter_parameters(
        SHAPE, replace(RICH, critical=None)
    )
    expected = planner.slowness(SHAPE, replace(RICH, critical=share))
    assert planner.slowness(SHAPE, chosen) == pytest.approx(expected)
