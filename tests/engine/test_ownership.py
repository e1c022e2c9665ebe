"""One process owns a data folder."""

import os
import stat
from pathlib import Path

import pytest

from adapters.errors import UserError
from engine import ownership
from engine.places import Places


def test_the_first_takes_it_the_second_does_not(places: Places) -> None:
    with ownership.take(places) as held:
        assert held is not None
        assert ownership.take(places) is None
        assert ownership.owner(places) == os.getpid()
    assert ownership.owner(places) is None
    again = ownership.take(places)
    assert again is not None
    again.release()
    again.release()


def test_asking_who_owns_a_folder_makes_nothing(tmp_path: Path) -> None:
    places = Places(tmp_path / "new", tmp_path)
    assert ownership.owner(places) is None
    assert not places.data.exists()


def test_a_new_folder_is_its_owners_alone(tmp_path: Path) -> None:
    places = Places(tmp_path / "new", tmp_path)
    held = ownership.take(places)
    assert held is not None
    held.release()
    assert stat.S_IMODE(places.data.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="file/data"):
        ownership.take(Places(tmp_path / "file" / "data", tmp_path))
