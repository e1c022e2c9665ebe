"""The program beside another of its kind, and its end."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import IO

import pytest

from adapters.catalog import conversations, models
from adapters.catalog.database import Catalog
from engine import ownership
from engine.places import Places
from tests.gui.program.conftest import ROOT


class Running:
    """The program beside this test; ends with it."""

    def __init__(self, places: Places, *rest: str) -> None:
        command = [sys.executable, "-m", "tests.gui.run_app", str(places.data), str(places.cache)]
        self.process = subprocess.Popen(
            [*command, *rest],
            cwd=ROOT,
            env=os.environ | {"TIMBRE_TRACE": "1", "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait_for(self, text: str, stream: IO[str] | None) -> None:
        assert stream is not None
        for line in stream:
            if text in line:
                return
        raise AssertionError(f"ended without saying {text!r}")

    def end(self) -> int:
        """Close it as Ctrl+C does."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)  # a stuck engine would keep it for ten minutes

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def running() -> Iterator[list[Running]]:
    made: list[Running] = []
    yield made
    for one in made:
        one.close()


def test_second_start_raises_the_first_and_ends(places: Places, running: list[Running]) -> None:
    first = Running(places)
    running.append(first)
    first.wait_for("opened", first.process.stderr)
    second = Running(places)
    running.append(second)
    assert second.process.wait(timeout=60) == 0
    first.wait_for("raised", first.process.stdout)
    assert first.end() == 0


def test_closing_ends_the_process_while_the_engine_is_stuck(
    places: Places, running: list[Running]
) -> None:
    catalog = Catalog.open(places.catalog, places.backups)
    models.add(catalog, "Fake-135M", "starter", "/starter.gguf", 1, 2048)
    conversations.create(catalog, "kept")
    catalog.close()
    stuck = Running(places, "stuck")  # loading takes ten minutes in it
    running.append(stuck)
    stuck.wait_for("opened", stuck.process.stderr)
    assert stuck.end() == 0
    assert ownership.owner(places) is None
    catalog = Catalog.open(places.catalog, places.backups)
    assert [talk.instruction for talk in conversations.page(catalog)] == ["kept"]
    catalog.close()
    assert (places.data / "window").exists()  # its geometry
