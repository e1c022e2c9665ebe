"""The whole program in this process, on fakes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.owner import Makers
from engine.places import Places
from gui.app import Program
from tests.gui.run_app import make

ROOT = Path(__file__).parents[3]
MAKERS = Makers(make, make)


@pytest.fixture
def program(qtbot: QtBot, places: Places) -> Iterator[Program]:
    made = Program(places, MAKERS)
    qtbot.addWidget(made.window)
    yield made
    made.close()


def start(qtbot: QtBot, program: Program) -> None:
    program.window.show()
    qtbot.waitUntil(lambda: program.context is not None and program.window.current() != "")
