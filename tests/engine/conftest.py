"""A data folder whose starter model is the tiny one."""

import shutil
from pathlib import Path

import pytest

from engine.places import Places


@pytest.fixture
def tiny_starter(places: Places, tiny_nf4: Path) -> Places:
    """The places, with the tiny model where the set-up leaves the starter."""
    places.starter_nf4.parent.mkdir(parents=True)
    shutil.copytree(tiny_nf4, places.starter_nf4)
    return places
