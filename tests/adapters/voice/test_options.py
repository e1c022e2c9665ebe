"""Which settings a voice that learns on takes over; each field has to be decided about here."""

from dataclasses import fields, replace
from typing import Any

import pytest

from adapters.voice.options import OF_ONE_RUN, SHAPE, TrainingOptions

NAMES = {field.name for field in fields(TrainingOptions)}
# How it learns, as the owner chose it: a run by hand may say otherwise, "Train on" does not.
CHOSEN = {
    "learning_rate",
    "epochs",
    "max_length",
    "batch_tokens",
    "evenness",
    "loss_evenness",
    "warmup",
    "weight_decay",
    "max_gradient_norm",
    "checkpointing",
}
OTHERWISE: dict[str, Any] = {
    "rank": 7,
    "alpha": 9,
    "targets": ("k_proj",),
    "critical": 0.25,
    "learning_rate": 5e-4,
    "epochs": 2.5,
    "max_length": 99,
    "micro_tokens": 77,
    "batch_tokens": 333,
    "evenness": 1.0,
    "loss_evenness": 0.5,
    "warmup": 0.2,
    "weight_decay": 0.1,
    "max_gradient_norm": 0.5,
    "checkpointing": True,
    "checkpoint_every": 3,
    "seed": 11,
}
OTHER = TrainingOptions(**OTHERWISE)


def test_every_setting_belongs_to_one_of_the_three() -> None:
    assert OTHERWISE.keys() == NAMES
    assert sorted([*SHAPE, *OF_ONE_RUN, *CHOSEN]) == sorted(NAMES)
    assert all(getattr(OTHER, name) != getattr(TrainingOptions(), name) for name in NAMES)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_an_adapter_gone_on_from_gives_its_shape_and_nothing_else(name: str) -> None:
    shaped = TrainingOptions().shaped_as(OTHER)
    giver = OTHER if name in SHAPE else TrainingOptions()
    assert getattr(shaped, name) == getattr(giver, name)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_another_run_has_what_the_owner_chose(name: str) -> None:
    giver = TrainingOptions() if name in OF_ONE_RUN else OTHER
    assert getattr(OTHER.for_another_run(), name) == getattr(giver, name)


def test_settings_survive_being_stored() -> None:
    stored = OTHER.as_dict() | {"of_a_later_version": 1}
    assert TrainingOptions.from_dict(stored) == OTHER
    assert replace(OTHER) == OTHER
