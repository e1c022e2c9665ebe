"""The program as a whole: its start, its end, and what it does when it cannot start."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from adapters.catalog import conversations, models
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from adapters.wording import phrase
from engine import ownership
from engine.owner import Makers, Owner, own
from engine.places import Places
from engine.settings import Settings
from gui import first_look, opening
from gui.app import Program
from gui.first_look import Look
from gui.theme.tokens import theme
from tests.gui.run_app import make

ROOT = Path(__file__).parents[2]
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


# --- in this process ------------------------------------------------------------------


def test_window_is_painted_before_the_catalog_is_opened(
    qtbot: QtBot, program: Program, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    def slow_own(*arguments: object) -> Owner | None:
        order.append("catalog")
        return own(*arguments)

    monkeypatch.setattr(opening, "own", slow_own)
    program.window.painted.connect(lambda: order.append("painted"))
    assert not places.catalog.exists()
    start(qtbot, program)
    assert sorted(order) == ["catalog", "painted"]
    assert places.catalog.exists()


def test_settings_are_worn_and_the_next_time_from_the_first_paint(
    qtbot: QtBot, places: Places
) -> None:
    Settings(theme="dark", language="ru", text_size=120).save(places.settings)
    first = Program(places, MAKERS)
    qtbot.addWidget(first.window)
    assert theme.scheme == "light"
    start(qtbot, first)
    assert (theme.scheme, theme.scale) == ("dark", pytest.approx(1.2))
    first.close()
    second = Program(places, MAKERS)
    qtbot.addWidget(second.window)
    assert second.window.rail.button("settings").text() == "Настройки"
    assert (theme.scheme, theme.scale) == ("dark", pytest.approx(1.2))
    second.close()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "\x00",
        '{"theme": "pink"}',
        '{"text_size": 9000}',
        '{"text_size": "big"}',
        '{"later": 1}',
        '{"language": ["ru"]}',
    ],
)
def test_damaged_look_is_the_usual_one(places: Places, text: str) -> None:
    (places.data / "look.json").write_text(text, encoding="utf-8")
    assert first_look.read(places) == Look()


def test_starter_is_loaded_without_being_asked(
    qtbot: QtBot, program: Program, places: Places
) -> None:
    catalog = Catalog.open(places.catalog, places.backups)
    row = models.add(catalog, "Fake-135M", "starter", "/starter.gguf", 1, 2048)
    catalog.close()
    start(qtbot, program)
    qtbot.waitUntil(lambda: program.bridge.model is not None)
    assert program.bridge.model.model == row.id


def test_model_of_last_time_comes_before_the_starter(
    qtbot: QtBot, program: Program, places: Places
) -> None:
    catalog = Catalog.open(places.catalog, places.backups)
    models.add(catalog, "Fake-135M", "starter", "/starter.gguf", 1, 2048)
    used = models.add(catalog, "Other", "folder", "/other", 1, 2048)
    models.touch(catalog, used.id)
    catalog.close()
    start(qtbot, program)
    qtbot.waitUntil(lambda: program.bridge.model is not None)
    assert program.bridge.model.model == used.id


def test_unusable_catalog_is_told_in_a_window(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise UserError(
            phrase("errors", "The catalog is of a newer Timbre."),
            phrase("errors", "This one cannot read it."),
            phrase("errors", "Install the newer one."),
        )

    monkeypatch.setattr(opening, "own", refused)
    program.window.show()
    qtbot.waitUntil(lambda: program.trouble is not None)
    trouble = program.trouble
    qtbot.addWidget(trouble)
    said = " ".join(one.text() for one in trouble.findChildren(QLabel))
    assert "The catalog is of a newer Timbre." in said
    assert "Install the newer one." in said
    assert trouble.isVisible()
    assert not program.window.isVisible()
    trouble.findChild(QPushButton).click()
    assert not trouble.isVisible()


def test_folder_that_another_process_owns_is_left_alone(
    qtbot: QtBot, program: Program, places: Places
) -> None:
    held = ownership.take(places)
    assert held is not None
    with held:
        program.window.show()
        qtbot.waitUntil(lambda: program.trouble is not None)
        qtbot.addWidget(program.trouble)
        assert not places.catalog.exists()


def test_fault_in_the_window_is_told_and_logged(
    qtbot: QtBot, program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    start(qtbot, program)
    error = ZeroDivisionError("hidden")
    sys.excepthook(type(error), error, None)
    (card,) = program.window.overlay.problems()
    assert "fault of Timbre" in card.accessibleName()
    assert "hidden" not in card.accessibleName()
    assert "hidden" in caplog.text


def test_first_paint_waits_for_nothing_heavy() -> None:
    late = {"torch", "pyqtgraph", "numpy", "markdown_it", "pygments", "sqlalchemy", "pydantic"}
    code = f"import sys, gui.app; early = {late} & set(sys.modules); assert not early, early"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_qt_does_not_stand_in_the_way_of_imports() -> None:
    """PySide6's own ``__import__`` makes pydantic fail when it comes after the engine."""
    code = "import engine.owner, gui.app, engine.settings"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


# --- in a process of its own ------------------------------------------------------------


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
        return self.process.wait(timeout=60)

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
