"""The list of models: added, found, forgotten, brought back."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model
from adapters.wording import phrase
from engine.messages import AddModel, DownloadModel, Failed
from gui.bridge import Bridge
from gui.models.offer_lines import FoundLine, SuggestionLine
from gui.widgets.error_card import ErrorCard
from tests.gui.conftest import Told
from tests.gui.models.conftest import Open, lines
from tests.heard import user_error


def test_a_download_goes_on_while_its_page_is_made_anew(
    open_page: Open, bridge: Bridge, qtbot: QtBot
) -> None:
    old = open_page()
    old.findChild(SuggestionLine).download.click()
    assert bridge.running(DownloadModel)
    shiboken6.delete(old)
    del old
    page = open_page()
    qtbot.waitUntil(lambda: not bridge.running(DownloadModel))
    assert page.downloads.all() == []


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

    def converted() -> list[tuple[str | None, str | None]]:
        known = models.everything(catalog)
        return [(m.nf4_path, m.fingerprint) for m in known if m.path == other.path]

    qtbot.waitUntil(lambda: converted() == [("/cache/nf4", "a" * 64)])


def test_a_model_that_cannot_be_forgotten_says_why(
    open_page: Open, other: Model, told: Told, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(*_: object) -> None:
        raise user_error()

    monkeypatch.setattr(models, "forget", refuse)
    page = open_page()
    page.doing.forget(other)
    qtbot.waitUntil(lambda: bool(told.problems))
    assert told.problems[0].what == "The file could not be read."
    assert not told.toasts


def test_forgetting_is_undone_also_after_the_page_was_made_anew(
    open_page: Open, other: Model, catalog: Catalog, told: Told, qtbot: QtBot
) -> None:
    old = open_page()
    old.doing.forget(other)
    qtbot.waitUntil(lambda: bool(told.toasts))
    shiboken6.delete(old)
    del old
    page = open_page()
    undo = told.toasts[0].undo
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: len(models.everything(catalog)) == 2)
    qtbot.waitUntil(lambda: other.name in [line.model.name for line in lines(page)])


def test_the_starter_and_the_loaded_model_are_not_forgotten(
    open_page: Open, starter: Model
) -> None:
    page = open_page()
    QTest.mouseClick(page.line_of(starter.id).menu, Qt.MouseButton.LeftButton)
    menu = page.line_of(starter.id).findChildren(QMenu)[-1]
    assert [a.text() for a in menu.actions()] == ["Show in folder"]
    menu.close()


def test_nothing_is_fetched_before_a_click_and_its_size_is_told(
    open_page: Open, bridge: Bridge
) -> None:
    page = open_page()
    assert not bridge.running(DownloadModel)
    button = page.findChild(SuggestionLine).download
    assert button.accessibleName().replace("\u00a0", " ") == "Download Small-1B, 1.9 GiB"
