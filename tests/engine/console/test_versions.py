"""``voices versions`` and ``voices delete-version``."""

import json
from pathlib import Path

import pytest

from adapters.catalog import voices
from adapters.catalog.database import Catalog
from engine.messages import DeleteVersion
from tests.engine.console.processes import Run
from tests.fakes import FakeEngine

pytestmark = pytest.mark.usefixtures("diary")


@pytest.fixture
def diary(run: Run, notes: Path) -> None:
    """Two versions; the second is current."""
    run("train", str(notes), "--name", "Diary")
    assert run("train", str(notes), "--name", "Diary", "--on")[0] == 0


def listed(run: Run) -> list[tuple[int, bool]]:
    code, out, err = run("voices", "versions", "diary", "--json")
    assert (code, err) == (0, "")
    return [(one["version"], one["current"]) for one in json.loads(out)["versions"]]


def test_versions_are_listed(run: Run) -> None:
    assert listed(run) == [(1, False), (2, True)]
    lines = run("voices", "versions", "Diary")[1].splitlines()
    assert lines[0].split()[:3] == ["version", "current", "notes"]
    assert "●" not in lines[1]
    assert "●" in lines[2]


def test_a_version_is_deleted(run: Run, engine: FakeEngine) -> None:
    code, out, err = run("voices", "delete-version", "Diary", "1", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {"voice": "Diary", "version": 1, "deleted": True}
    assert engine.handled[-1] == DeleteVersion(1)
    assert listed(run) == [(2, True)]


def test_a_person_is_told(run: Run) -> None:
    out = run("voices", "delete-version", "Diary", "1")[1]
    assert out == "Version 1 of “Diary” was moved to the trash.\n"


def test_what_is_refused_stays(run: Run, catalog: Catalog) -> None:
    code, out, err = run("voices", "delete-version", "Diary", "2")
    assert (code, out) == (1, "")
    assert "the one that the voice speaks as" in err
    code, out, err = run("voices", "delete-version", "Diary", "7", "--json")
    assert (code, out) == (1, "")
    assert "no version 7" in err
    assert "1, 2" in err
    assert run("voices", "versions", "Nobody")[0] == 1
    diary_ = voices.everything(catalog)[0]
    assert len(voices.versions(catalog, diary_.id)) == 2
