"""Processes that a test begins end with it."""

from collections.abc import Iterator

import pytest

from engine.places import Places
from tests.engine.console.processes import Start, started


@pytest.fixture
def start(places: Places) -> Iterator[Start]:
    with started(places) as start:
        yield start
