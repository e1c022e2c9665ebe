"""The Models page with a starter model, and a machine that is too small for another."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model
from engine.memory.meter import Reading
from gui.context import Context
from gui.models.model_line import ModelLine
from gui.models.page import ModelsPage

GIB = 2**30
Open = Callable[[], ModelsPage]
Settle = Callable[[], None]


@pytest.fixture
def open_page(context: Context, qtbot: QtBot, settle: Settle) -> Open:
    def build() -> ModelsPage:
        page = ModelsPage(context)
        qtbot.addWidget(page)
        page.resize(1208, 740)
        page.show()
        page.arrive(None)
        qtbot.waitUntil(lambda: bool(page.offers.suggested() and page.offers.found()))
        settle()
        return page

    return build


def lines(page: ModelsPage) -> list[ModelLine]:
    return [line for line in page.findChildren(ModelLine) if line.isVisible()]


@pytest.fixture
def starter(catalog: Catalog) -> Model:
    return models.everything(catalog)[0]


@pytest.fixture
def other(catalog: Catalog, tmp_path: Path) -> Model:
    """A folder in Hugging Face format whose weights would take about 15 GiB."""
    folder = tmp_path / "Large-32B"
    folder.mkdir()
    config = {
        "hidden_size": 5120,
        "intermediate_size": 25_600,
        "num_hidden_layers": 64,
        "num_attention_heads": 64,
        "num_key_value_heads": 8,
        "head_dim": 128,
        "vocab_size": 151_936,
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return models.add(catalog, "Large-32B", "folder", str(folder), 60 * GIB, 32_768)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of 8 GiB, 3 of them free."""
    found = Reading("cpu", 8 * GIB, 3 * GIB, GIB, 4 * GIB)
    monkeypatch.setattr("gui.models.need.reading", lambda _: found)
