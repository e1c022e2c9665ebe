"""The Models page: load and unload, add and forget, what was found and what is suggested."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model
from adapters.wording import phrase
from engine.memory.meter import Reading
from engine.messages import AddModel, DownloadModel, Failed, Footprint, LoadModel, Preparing
from gui.bridge import Bridge
from gui.context import Context
from gui.models.fit_card import FitCard
from gui.models.need import need_of
from gui.models.offer_lines import FoundLine, SuggestionLine
from gui.models.page import ModelsPage
from gui.widgets.error_card import ErrorCard
from tests.gui.accessibility import interpreting, nameless, out_of_reach
from tests.gui.conftest import Told

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


def test_load_and_unload(open_page: Open, starter: Model, bridge: Bridge, qtbot: QtBot) -> None:
    page = open_page()
    line = page.line_of(starter.id)
    assert line.about.text() == "no voices, not used yet"
    line.load.click()
    assert line.load.busy
    qtbot.waitUntil(lambda: bridge.model is not None)
    qtbot.waitUntil(lambda: page.line_of(starter.id).unload.isVisible())
    assert not page.line_of(starter.id).load.isVisible()
    page.line_of(starter.id).unload.click()
    qtbot.waitUntil(lambda: page.line_of(starter.id).load.isVisible())
    assert bridge.model is None


def test_a_stage_is_told_with_its_share_and_can_be_stopped(
    open_page: Open, starter: Model, bridge: Bridge, qtbot: QtBot
) -> None:
    page = open_page()
    line = page.line_of(starter.id)
    line.load.click()
    line.show_stage(Preparing(phrase("progress", "Converting"), 0.4))
    assert line.stage.text() == "Converting"
    assert line.bar.value() == 400
    assert line.stop.isVisible()
    qtbot.waitUntil(lambda: bool(bridge.running(LoadModel)))
    line.stop.click()
    qtbot.waitUntil(lambda: not bridge.running(LoadModel))
    assert not page.line_of(starter.id).load.busy


@pytest.mark.usefixtures("machine")
def test_what_does_not_fit_is_not_loaded_and_the_numbers_are_told(
    open_page: Open, other: Model, bridge: Bridge, qtbot: QtBot
) -> None:
    page = open_page()
    page.line_of(other.id).load.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(FitCard)))
    card = page.findChild(FitCard)
    assert not bridge.running(LoadModel)
    title = card.title.replace("\u00a0", " ")
    assert title.startswith("This model needs 2")
    assert title.endswith("GiB, 3.0 GiB is free")
    assert not page.line_of(other.id).load.busy
    card.smaller.click()
    button = page.findChild(SuggestionLine).download
    assert button.hasFocus()
    card.closed.emit()
    assert not card.isVisible()


@pytest.mark.usefixtures("machine")
def test_what_the_loaded_model_would_free_counts_as_free(other: Model) -> None:
    alone = need_of(other, Footprint("cpu"))
    beside = need_of(other, Footprint("cpu", weights=2 * GIB, kv_cache=GIB))
    assert alone is not None
    assert beside is not None
    assert (alone.judgement.free, beside.judgement.free) == (3 * GIB, 6 * GIB)
    assert alone.judgement.need == beside.judgement.need


def test_a_model_of_unknown_sizes_is_left_to_the_engine(starter: Model) -> None:
    assert need_of(starter, Footprint("cpu")) is None


def test_a_refusal_of_the_engine_is_told_in_its_place(
    open_page: Open, starter: Model, qtbot: QtBot
) -> None:
    page = open_page()
    words = [phrase("errors", text) for text in ("Not loaded.", "Damaged.", "Add it again.")]
    page.loader.failed.emit(starter, Failed(4, *words))
    card = page.findChild(ErrorCard)
    assert card.accessibleName() == "Not loaded. Damaged. Add it again."
    page.line_of(starter.id).load.click()  # trying again takes the old problem away
    qtbot.waitUntil(lambda: not page.findChildren(ErrorCard))


def test_a_found_model_is_added_and_offered_no_more(
    open_page: Open, catalog: Catalog, told: Told, qtbot: QtBot
) -> None:
    page = open_page()
    page.findChild(FoundLine).add.click()
    qtbot.waitUntil(lambda: not page.found.isVisible())
    assert [m.path for m in models.everything(catalog) if m.name == "Added"] == [
        "/models/found-1b"
    ]
    assert [toast.text for toast in told.toasts] == ["“Added” was added"]


def test_adding_what_cannot_be_added_says_why(
    open_page: Open, bridge: Bridge, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_page()
    page.head.given.emit(tmp_path)
    assert bridge.running(AddModel)
    words = [phrase("errors", text) for text in ("Not added.", "No model.", "Choose another.")]
    page.doing.refused.emit(Failed(4, *words))
    qtbot.waitUntil(lambda: bool(page.findChildren(ErrorCard)))


def test_forget_leaves_the_files_and_undo_brings_the_entry_back(
    open_page: Open, other: Model, catalog: Catalog, told: Told, qtbot: QtBot
) -> None:
    models.set_quantised(catalog, other.id, "/cache/nf4", "a" * 64)
    page = open_page()
    QTest.mouseClick(page.line_of(other.id).menu, Qt.MouseButton.LeftButton)
    menu = page.line_of(other.id).findChildren(QMenu)[-1]
    next(a for a in menu.actions() if a.text().startswith("Forget")).trigger()
    menu.close()
    qtbot.waitUntil(lambda: bool(told.toasts))
    assert [m.name for m in models.everything(catalog)] == ["Fake-135M"]
    assert Path(other.path).is_dir()
    undo = told.toasts[0].undo
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: len(models.everything(catalog)) == 2)
    back = next(m for m in models.everything(catalog) if m.path == other.path)
    assert (back.nf4_path, back.fingerprint) == ("/cache/nf4", "a" * 64)


def test_the_starter_and_the_loaded_model_are_not_forgotten(
    open_page: Open, starter: Model
) -> None:
    page = open_page()
    QTest.mouseClick(page.line_of(starter.id).menu, Qt.MouseButton.LeftButton)
    menu = page.line_of(starter.id).findChildren(QMenu)[-1]
    assert [a.text() for a in menu.actions()] == ["Show in folder"]
    menu.close()


def test_search(open_page: Open, starter: Model, other: Model) -> None:
    page = open_page()
    page.act("search")
    assert page.head.search.hasFocus()
    page.head.search.setText("LARGE")
    assert page.line_of(other.id)
    with pytest.raises(KeyError):
        page.line_of(starter.id)
    page.head.search.setText("no such model")
    assert page.nothing.isVisible()
    QTest.keyClick(page.head.search, Qt.Key.Key_Escape)
    assert page.line_of(starter.id)
    assert not page.nothing.isVisible()


def test_nothing_is_fetched_before_a_click_and_its_size_is_told(
    open_page: Open, bridge: Bridge
) -> None:
    page = open_page()
    assert not bridge.running(DownloadModel)
    button = page.findChild(SuggestionLine).download
    assert button.accessibleName().replace("\u00a0", " ") == "Download Small-1B, 1.9 GiB"


def test_a_hostile_model_name_is_only_text(
    open_page: Open, catalog: Catalog, tmp_path: Path
) -> None:
    name = '<img src="file:///dev/zero">'
    models.add(catalog, name, "folder", str(tmp_path), 1, None)
    page = open_page()
    page.grab()
    assert interpreting(page) == []


def test_everything_has_a_name_and_is_reached(open_page: Open, other: Model) -> None:
    page = open_page()
    assert page.line_of(other.id).isVisible()
    assert nameless(page) == []
    assert out_of_reach(page) == []
    assert interpreting(page) == []
