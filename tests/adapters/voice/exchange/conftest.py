"""The tiny model's shape, as the engine reads it, and a voice on all of its layers."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.catalog.records import Model
from adapters.voice.exchange.base import Base
from adapters.voice.weights import VoiceWeights
from engine.model import record
from engine.model.load import load
from engine.model.shape import base_of
from tests.voices import random_voice

ALL = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")


@pytest.fixture(scope="session")
def base(tiny_nf4: Path) -> Base:
    made = record.read(tiny_nf4)
    assert made is not None
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    row = Model(
        1, "Tiny", "folder", "tiny", str(tiny_nf4), made.fingerprint, 1000, 512, moment, None
    )
    found = base_of(row)
    assert found is not None
    return found


@pytest.fixture(scope="session")
def voice(tiny_nf4: Path) -> VoiceWeights:
    return random_voice(load(tiny_nf4).model, rank=4, alpha=12.0, targets=ALL)
