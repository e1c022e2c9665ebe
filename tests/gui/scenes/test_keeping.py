"""What is made is kept: autosave, reopening, history; and counts by the model."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from adapters.catalog import scenes
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from adapters.wording import phrase
from engine.scene_store import open_kept
from gui.context import Context
from gui.scenes.history import HistoryCard
from gui.scenes.page import ScenesPage
from tests.fake_scenes import offsets
from tests.gui.scenes.conftest import ids

Rest = Callable[[], None]


def test_a_change_is_saved_by_itself(page: ScenesPage, catalog: Catalog, qtbot: QtBot) -> None:
    page.acts.add("goal")
    assert page.header.state.text() == "saving…"
    assert page.open_scene is not None
    with qtbot.waitSignal(page.shelf.saved):
        pass
    assert open_kept(catalog, page.open_scene) == page.document.scene
    assert page.header.state.text() == "saved"


def test_the_page_saves_before_it_goes(page: ScenesPage, catalog: Catalog) -> None:
    page.document.do("Title", lambda scene: replace(scene, title="Pier"))
    page.save()
    assert page.open_scene is not None
    assert scenes.get(catalog, page.open_scene).title == "Pier"


def test_the_scene_opened_last_is_there_again(
    page: ScenesPage, context: Context, qtbot: QtBot, rest: Rest
) -> None:
    page.acts.add("goal")
    page.save()
    again = ScenesPage(context)
    qtbot.addWidget(again)
    with qtbot.waitExposed(again):
        again.show()
    again.arrive(None)
    rest()
    assert again.open_scene == page.open_scene
    assert ids(again) == ids(page)


def test_an_earlier_state_is_restored_and_undone(
    page: ScenesPage, catalog: Catalog, rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scenes, "ONE_SITTING", scenes.ONE_SITTING * 0)
    before = page.document.scene
    page.acts.add("goal")
    page.save()
    after = page.document.scene
    assert page.open_scene is not None
    assert len(scenes.history(catalog, page.open_scene)) == 2
    card = HistoryCard(catalog, page.open_scene, page)
    card.chosen.connect(page.go_back)
    card.open_in_middle()
    rest()
    buttons = [one for line in card.lines for one in line.findChildren(QPushButton)]
    buttons[-1].click()
    rest()
    assert page.document.scene == before
    page.document.stack.undo()
    assert page.document.scene == after


def test_counts_are_those_of_the_model(page: ScenesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.counts.told.exact)
    assert page.counts.told.total == len(offsets(page.counts.told.text))
    assert "about" not in page.strip.total.text()
    page.acts.add("goal")
    page.document.do("Title", lambda scene: scene)
    form = page.form.form
    assert form is not None
    form.rows[0].edit.setText("Decide")  # type: ignore[attr-defined]
    form.rows[0].edit.textEdited.emit("Decide")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: page.counts.of("goal-1") == len(offsets("Goal: Decide.")))


def test_without_a_model_counts_are_estimates(
    page: ScenesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: page.counts.told.exact)
    words = phrase("scene", "No model was loaded yet.")

    def refuse(*_: object) -> None:
        raise UserError(words, words, words)

    monkeypatch.setattr("tests.fake_scenes.compiled", refuse)
    page.acts.add("goal")
    qtbot.waitUntil(lambda: not page.counts.told.exact)
    assert page.strip.total.text().startswith("about")
    assert page.counts.of("ines") == page.counts.newest().tokens()["ines"]
