"""Commands in this process and in others, on the fake engine; English unless said otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.catalog.database import Catalog
from engine.console import cli, words
from engine.owner import Makers
from engine.places import Places
from tests.engine.console.processes import Run, Start, started
from tests.fakes import FakeEngine


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the developer's own system speaks."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    words.speak("system")


@pytest.fixture
def start(places: Places) -> Iterator[Start]:
    """Processes that a test begins end with it."""
    with started(places) as start:
        yield start


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "frost.md").write_text("The frost came in May.")
    return folder


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(pause=0.001)


@pytest.fixture
def run(places: Places, engine: FakeEngine, capsys: pytest.CaptureFixture[str]) -> Run:
    """Do a command; its exit status, and what it wrote to both outputs."""

    def make(_: Places, catalog: Catalog, emit: object) -> FakeEngine:
        del emit
        engine.use(catalog)
        return engine

    def run(*argv: str) -> tuple[int, str, str]:
        code = cli.main(argv, places, Makers(make, make))
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def catalog(places: Places) -> Iterator[Catalog]:
    """For looking in afterwards."""
    catalog = Catalog.open(places.catalog, places.backups)
    yield catalog
    catalog.close()
