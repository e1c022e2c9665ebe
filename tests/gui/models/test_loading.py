"""Loading and unloading, and what does not fit."""

import re

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from adapters.catalog.records import Model
from adapters.wording import phrase
from engine.messages import Failed, Footprint, LoadModel, Preparing
from gui.bridge import Bridge
from gui.context import Context
from gui.models.fit_card import FitCard
from gui.models.loader import Loader
from gui.models.need import need_of
from gui.models.offer_lines import SuggestionLine
from gui.widgets.error_card import ErrorCard
from tests.gui.models.conftest import GIB, Open


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


def test_a_page_made_anew_shows_the_load_that_goes_on(
    open_page: Open, starter: Model, context: Context, bridge: Bridge, qtbot: QtBot
) -> None:
    """As when another language is chosen meanwhile."""
    old = open_page()
    old.line_of(starter.id).load.click()
    qtbot.waitUntil(lambda: bool(bridge.running(LoadModel)))
    shiboken6.delete(old)
    del old
    assert Loader(context, QObject(bridge)).model == starter.id
    page = open_page()
    qtbot.waitUntil(lambda: bridge.model is not None)
    qtbot.waitUntil(lambda: page.line_of(starter.id).unload.isVisible())
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
    # How much depends on the numbers that this processor computes in.
    assert re.fullmatch(r"This model needs [12]\d\.\d GiB, 3\.0 GiB is free", title)
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
