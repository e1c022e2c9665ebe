"""A form that is half filled in survives a page made anew, as in another language."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import shiboken6
from pytestqt.qtbot import QtBot

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from adapters.voice.options import TrainingOptions
from engine.messages import PreviewNotes, Train
from gui.bridge import Bridge
from gui.voices.new_voice.page import FOLDER, NAME, TRAIN
from gui.voices.page import VoicesPage
from tests.gui.voices.new_voice.conftest import Engines, ready

Open = Callable[[], VoicesPage]
Settle = Callable[[], None]


def made_anew(page: VoicesPage, open_page: Open) -> VoicesPage:
    """As the window does it."""
    place = page.place()
    page.save()
    shiboken6.delete(page)
    again = open_page()
    again.arrive(place)
    return again


def test_everything_that_was_chosen_is_there_again(
    open_page: Open, folder: Path, engines: Engines, qtbot: QtBot, settle: Settle
) -> None:
    page = open_page()
    page.act("new")
    settle()
    page.new_voice.name.name.setText("Field notes")
    page.new_voice.name.swatches.swatches[4].click()
    page.new_voice.take_folder(folder)
    ready(page.new_voice, qtbot)
    page.new_voice.go(TRAIN)
    page.new_voice.train.rank.setValue(8)
    page.new_voice.train.epochs.setValue(2.5)
    draft = page.new_voice.draft
    page = made_anew(page, open_page)
    again = page.new_voice
    settle()
    assert page.is_making()
    assert again.draft == draft
    assert again.step() == TRAIN
    assert (again.name.name.text(), again.name.colour) == ("Field notes", draft.colour)
    assert [s.key for s in again.name.swatches.swatches if s.isChecked()] == [draft.colour]
    assert again.train.options == replace(TrainingOptions(), rank=8, epochs=2.5)
    assert again.train.fold.isChecked()
    ready(again, qtbot)
    again.foot.start.click()
    qtbot.waitUntil(lambda: bool(engines.handled("files", Train)))
    assert engines.handled("files", Train)[0] == draft.train()


def test_a_form_with_only_a_name(open_page: Open, settle: Settle) -> None:
    page = open_page()
    page.act("new")
    settle()
    page.new_voice.name.name.setText("Field notes")
    page.new_voice.go(FOLDER)
    colour = page.new_voice.draft.colour
    page = made_anew(page, open_page)
    settle()
    assert page.new_voice.step() == FOLDER
    assert page.new_voice.draft.name == "Field notes"
    assert page.new_voice.draft.colour == colour
    page.finish()
    page.act("new")
    assert page.new_voice.step() == NAME
    assert page.new_voice.name.name.text() == ""


def test_the_reading_of_the_page_that_went_is_given_up(
    open_page: Open, folder: Path, bridge: Bridge, qtbot: QtBot
) -> None:
    page = open_page()
    page.begin(folder)
    (job,) = bridge.running(PreviewNotes)
    page = made_anew(page, open_page)
    qtbot.waitUntil(lambda: job not in bridge.running(PreviewNotes))
    ready(page.new_voice, qtbot)


def test_a_training_that_is_being_begun_is_no_form_any_more(
    open_page: Open, folder: Path, catalog: Catalog, qtbot: QtBot
) -> None:
    page = open_page()
    page.begin(folder)
    ready(page.new_voice, qtbot)
    page.new_voice.foot.start.click()
    page = made_anew(page, open_page)
    assert not page.is_making()
    qtbot.waitUntil(lambda: [run.state for run in runs.everything(catalog)] == ["finished"])


def test_without_a_form_the_chosen_card_is_shown_again(open_page: Open) -> None:
    page = open_page()
    assert not made_anew(page, open_page).is_making()
