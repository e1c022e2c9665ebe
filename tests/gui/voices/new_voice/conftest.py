"""The steps of a new voice on fakes that a test can ask what they were told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from adapters.catalog.database import Catalog
from adapters.wording import phrase
from engine.messages import NoteFile
from engine.places import Places
from engine.service import Service
from gui.bridge import Bridge
from gui.voices.new_voice.page import NewVoice
from gui.voices.page import VoicesPage
from tests.fakes import FakeEngine

FILES = (
    NoteFile("b.md", 2000, 400, "learn"),
    NoteFile("a.md", 30_000, 90, "held_out"),
    NoteFile("c.jpg", 9000, None, "skip", phrase("notes", "a picture")),
    NoteFile("<img src='file:///dev/zero'>.txt", 1, None, "skip", phrase("notes", "too short")),
)
Open = Callable[[], VoicesPage]


class Engines:
    """Both lanes' fakes, so that a test can see what they were asked and let them fail."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog, self.made = catalog, {"model": [], "files": []}  # type: ignore[var-annotated]
        self._fail: BaseException | None = None

    def fail(self, lane: str, error: BaseException) -> None:
        """Let the next command fail that is no page's own question in the background."""
        for engine in self.made[lane]:
            engine.fail_next = error
        self._fail = None if self.made[lane] else error

    def make(self, lane: str, emit: Any) -> FakeEngine:
        engine = FakeEngine(self.catalog, emit, pause=0.002)
        self.made[lane].append(engine)
        engine.fail_next, self._fail = self._fail, None
        return engine

    def handled(self, lane: str, kind: type) -> list[Any]:
        return [c for e in self.made[lane] for c in e.handled if isinstance(c, kind)]


@pytest.fixture
def engines(catalog: Catalog) -> Engines:
    return Engines(catalog)


@pytest.fixture
def bridge(places: Places, engines: Engines) -> Any:
    made = Bridge()
    made.start(
        lambda emit: Service(
            lambda: engines.make("model", emit), lambda: engines.make("files", emit), emit, places
        )
    )
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(made)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Garden"
    made.mkdir()
    return made


@pytest.fixture
def steps(open_page: Open) -> NewVoice:
    page = open_page()
    page.act("new")
    return page.new_voice


def ready(steps: NewVoice, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: steps.foot.start.isEnabled())
