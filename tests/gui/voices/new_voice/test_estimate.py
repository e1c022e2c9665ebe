"""What a training will need, and what is left for it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from adapters.catalog import models
from adapters.catalog.database import Catalog
from engine.memory.meter import Breakdown
from engine.messages import LoadModel, NotesPreview
from gui.bridge import Bridge
from gui.voices.new_voice.estimate import estimate
from gui.voices.new_voice.page import PREVIEW, TRAIN, NewVoice
from gui.voices.page import VoicesPage
from tests.gui.voices.new_voice.conftest import FILES, ready

GIB = 2**30
Open = Callable[[], VoicesPage]
Settle = Callable[[], None]
MACHINE = Breakdown("cpu", 2 * GIB, 0, 0, 0, GIB // 2, GIB, 4 * GIB + GIB // 2, 8 * GIB)


def test_the_loaded_model_is_the_base(
    steps: NewVoice, bridge: Bridge, catalog: Catalog, qtbot: QtBot
) -> None:
    assert steps.name.model_name.text() == "No model is loaded"
    bridge.submit(LoadModel(models.everything(catalog)[0].id))
    qtbot.waitUntil(lambda: steps.name.model_name.text() == "Fake-135M")


@pytest.mark.parametrize(
    ("added", "word", "may_start"),
    [(GIB, "Fits", True), (4 * GIB, "Tight", True), (5 * GIB, "Too large", False)],
)
def test_the_estimate_is_judged_by_what_is_left_free(
    steps: NewVoice,
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    added: int,
    word: str,
    may_start: bool,
) -> None:
    monkeypatch.setattr("gui.memory_watch.breakdown", lambda *_: MACHINE)
    steps.take_folder(folder)
    ready(steps, qtbot)
    assert steps.preview is not None
    steps._take_preview(replace(steps.preview, peak_bytes=added, seconds=1560.0))
    time = steps.estimate.time
    qtbot.waitUntil(lambda: time.text().replace("\u00a0", " ") == "about 26 min")
    assert steps.estimate.chip.text() == word
    assert steps.foot.start.isEnabled() == may_start
    assert steps.estimate.less.isVisible() == (word != "Fits")
    if not may_start:
        steps.estimate.less.click()
        assert steps.draft.options.checkpointing


def test_what_was_not_measured_is_not_promised(steps: NewVoice, qtbot: QtBot) -> None:
    steps._take_preview(NotesPreview("x", FILES, 400, 12, None, None))
    steps.go(PREVIEW)
    qtbot.waitUntil(lambda: steps.estimate.isVisible())
    assert steps.estimate.time.text() == "12 steps"
    assert not steps.estimate.chip.isVisible()
    assert not steps.estimate.peak.isVisible()


def test_an_estimate_puts_the_training_among_what_is_there() -> None:
    found = estimate(NotesPreview("x", (), 0, 1, None, 5 * GIB), MACHINE)
    assert not found.fits
    assert found.judgement is not None
    assert found.judgement.missing == GIB // 2
    assert found.peak.training == 5 * GIB
    assert found.peak.free == 0


def test_in_a_narrow_window_the_foot_tells_the_estimate(
    open_page: Open, folder: Path, qtbot: QtBot, settle: Settle
) -> None:
    page = open_page()
    page.resize(952, 620)
    settle()
    page.begin(folder)
    steps = page.new_voice
    ready(steps, qtbot)
    qtbot.waitUntil(lambda: "at the peak" in steps.foot.note.text())
    assert not steps.estimate.isVisible()
    steps.go(TRAIN)
    assert steps.estimate.isVisible()
    page.finish()
