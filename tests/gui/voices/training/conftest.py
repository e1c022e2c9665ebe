"""A training that goes on for some seconds, and what the page says of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from adapters.catalog.database import Catalog
from adapters.voice.options import TrainingOptions
from engine.messages import (
    Train,
)
from engine.places import Places
from gui.bridge import Bridge
from gui.voices import sentences
from gui.voices.page import VoicesPage
from tests.fakes import fake_service


@pytest.fixture
def bridge(places: Places, catalog: Catalog) -> Iterator[Bridge]:
    """A training of 200 steps that takes some seconds: long enough to look at."""
    made = Bridge()
    made.start(lambda emit: fake_service(places, emit, catalog, pause=0.005, steps=200))
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(made)


def train(bridge: Bridge, tmp_path: Path) -> int:
    return bridge.submit(Train(str(tmp_path), "Field notes", "olive", TrainingOptions()))


def under_way(page: VoicesPage, qtbot: QtBot) -> int:
    """Wait until some steps are done and give the run."""
    qtbot.waitUntil(lambda: any(live.step > 3 for live in page.live.all()), timeout=20_000)
    return page.live.all()[0].run


def chip(page: VoicesPage) -> str:
    return page.detail.run.head.chip_text()


def spoken_of(page: VoicesPage, name: str) -> str:
    cards = page.list.grid.cards
    return next(
        sentences.spoken(cards.card(row))
        for row in range(cards.rowCount())
        if cards.card(row).name == name
    )
