"""A small set-up, and an installation borrowed from the Python that runs the tests."""

from pathlib import Path

import pytest

from tests.installer.borrowed import Installation, borrow
from tests.installer.small_setup import SmallSetup, make_small_setup


@pytest.fixture
def small(tmp_path: Path) -> SmallSetup:
    return make_small_setup(tmp_path / "small")


@pytest.fixture(scope="session")
def shared_setup(tmp_path_factory: pytest.TempPathFactory) -> SmallSetup:
    return make_small_setup(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def ready(shared_setup: SmallSetup) -> SmallSetup:
    """A small set-up that is done. A test may spoil it: the next one's run mends it."""
    done = shared_setup.run()
    assert done.returncode == 0, done.stderr
    assert shared_setup.is_done()
    return shared_setup


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return borrow(tmp_path / "xdg" / "cache")
