"""The start of the program: what comes first, and what it wears."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from adapters.catalog import models
from adapters.catalog.database import Catalog
from engine.owner import Owner, own
from engine.places import Places
from engine.settings import Settings
from gui import first_look, opening
from gui.app import Program
from gui.first_look import Look
from gui.theme.tokens import theme
from tests.gui.program.conftest import MAKERS, ROOT, start


class Paints(QObject):
    """Writes down when a window is painted, among what else happens."""

    def __init__(self, order: list[str]) -> None:
        super().__init__()
        self._order = order

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt calls it
        if event.type() == QEvent.Type.Paint:
            self._order.append("painted")
        return False


def test_window_is_painted_before_the_catalog_is_opened(
    qtbot: QtBot, program: Program, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    def slow_own(*arguments: object) -> Owner | None:
        order.append("catalog")
        return own(*arguments)

    monkeypatch.setattr(opening, "own", slow_own)
    paints = Paints(order)
    program.window.installEventFilter(paints)
    assert not places.catalog.exists()
    start(qtbot, program)
    assert order.count("catalog") == 1
    assert order[0] == "painted"
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
