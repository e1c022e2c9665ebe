"""The tiny model, loaded once for all tests of voices."""

from pathlib import Path

import pytest

from engine.model.load import LoadedModel, load


@pytest.fixture(scope="session")
def loaded(tiny_nf4: Path) -> LoadedModel:
    return load(tiny_nf4, threads=1)
