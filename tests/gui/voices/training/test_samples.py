"""Sample replies on the training page: compared by step, followed, and asked anew."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adapters.catalog import run_samples, runs
from adapters.catalog.database import Catalog
from adapters.catalog.records import Run, RunSample
from engine.messages import Progress, RunStarted, RunTrouble, Sampled, TrainingStep
from gui.bridge import Bridge
from gui.voices.edit_popover import EditPopover
from gui.voices.page import VoicesPage
from tests.gui.voices.conftest import MakeRun, Open, Settle

PROMPT = "How was the frost?"


@pytest.fixture
def run(make_run: MakeRun, catalog: Catalog) -> Run:
    made = make_run(state="paused")
    runs.set_prompt(catalog, made.id, PROMPT)
    for step in (0, 4, 8):
        run_samples.add(catalog, RunSample(made.id, step, PROMPT, f"Reply {step}"))
    return runs.get(catalog, made.id)


@pytest.fixture
def page(open_page: Open, run: Run) -> VoicesPage:  # noqa: ARG001
    return open_page()


def shown(page: VoicesPage) -> tuple[str, str | None]:
    card = page.detail.run.samples.card
    return card.now.text(), card.before.text() if card.before.isVisible() else None


def test_the_newest_reply_stands_above_that_of_the_base(page: VoicesPage) -> None:
    card = page.detail.run.samples.card
    assert shown(page) == ("Reply 8", "Reply 0")
    assert card.prompt.text() == f"“{PROMPT}”"
    assert (card.now.at(), card.before.at()) == ("At step 8", "At step 0, before training")
    QTest.keyClick(card.scrubber, Qt.Key.Key_Left)
    assert shown(page) == ("Reply 4", "Reply 0")
    assert card.scrubber.accessibleDescription() == "At step 4: Reply 4"
    QTest.keyClick(card.scrubber, Qt.Key.Key_Left)
    assert shown(page) == ("Reply 0", None)


def test_a_new_reply_is_followed_unless_the_owner_looks_back(
    page: VoicesPage, run: Run, bridge: Bridge, settle: Settle, qtbot: QtBot
) -> None:
    card = page.detail.run.samples.card
    bridge.event.emit(Progress(7, RunStarted(run.id, 12, 20)))
    settle()
    bridge.event.emit(Progress(7, Sampled(run.id, 12, PROMPT, "Reply 12")))
    qtbot.waitUntil(lambda: shown(page) == ("Reply 12", "Reply 0"))
    QTest.keyClick(card.scrubber, Qt.Key.Key_Left)
    bridge.event.emit(Progress(7, Sampled(run.id, 16, PROMPT, "Reply 16")))
    qtbot.waitUntil(lambda: card.scrubber.maximum() == 16)
    assert shown(page) == ("Reply 8", "Reply 0")


def test_another_prompt_is_kept_for_the_engine_and_said(
    page: VoicesPage, run: Run, catalog: Catalog, bridge: Bridge, qtbot: QtBot, settle: Settle
) -> None:
    card = page.detail.run.samples.card
    card.change.click()
    (popover,) = page.findChildren(EditPopover) or page.window().findChildren(EditPopover)
    popover.field.setText("And the roses?")
    popover.button.click()
    qtbot.waitUntil(lambda: "And the roses?" in card.waiting.text())
    assert runs.get(catalog, run.id).prompt == "And the roses?"
    assert card.prompt.text() == f"“{PROMPT}”"  # what is on screen answered that
    bridge.event.emit(Progress(7, RunStarted(run.id, 12, 20)))
    settle()
    bridge.event.emit(Progress(7, Sampled(run.id, 0, "And the roses?", "Red.")))
    qtbot.waitUntil(lambda: shown(page) == ("Red.", None))
    assert card.prompt.text() == "“And the roses?”"
    assert not card.waiting.isVisible()


def test_what_a_model_says_is_plain_text(
    page: VoicesPage, run: Run, bridge: Bridge, qtbot: QtBot, settle: Settle
) -> None:
    hostile = "<img src='file:///dev/zero'> **bold**"
    bridge.event.emit(Progress(7, RunStarted(run.id, 12, 20)))
    settle()
    bridge.event.emit(Progress(7, Sampled(run.id, 12, PROMPT, hostile)))
    qtbot.waitUntil(lambda: shown(page)[0] == hostile)
    label = page.detail.run.samples.card.now._text
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_trouble_stands_on_one_quiet_card(
    page: VoicesPage, run: Run, bridge: Bridge, qtbot: QtBot, settle: Settle
) -> None:
    findings = page.detail.run.findings
    assert not findings.isVisible()
    bridge.event.emit(Progress(7, RunStarted(run.id, 12, 20)))
    settle()
    bridge.event.emit(Progress(7, RunTrouble(run.id, "folder")))
    qtbot.waitUntil(findings.isVisible)
    (sentence,) = findings.sentences()
    assert "notes folder has changed" in sentence
    assert "a training after this one" in sentence
    bridge.event.emit(Progress(7, RunTrouble(run.id, "folder", over=True)))
    qtbot.waitUntil(lambda: not findings.isVisible())


def test_rate_speed_and_peak_stand_among_the_facts(
    page: VoicesPage, run: Run, bridge: Bridge, qtbot: QtBot, settle: Settle
) -> None:
    pane = page.detail.run
    bridge.event.emit(Progress(7, RunStarted(run.id, 12, 20)))
    settle()
    step = TrainingStep(run.id, 13, 20, 2.4, 6.123e-4, 9, 176.0, 60.0, 10, 3 * 2**30)
    bridge.event.emit(Progress(7, step))
    qtbot.waitUntil(lambda: "0.00061" in _facts(page))
    assert "176 tokens/s" in _facts(page)
    qtbot.waitUntil(lambda: pane.numbers.memory._peak == 3 * 2**30)


def _facts(page: VoicesPage) -> str:
    return " ".join(value.accessibleName() for value in page.detail.run.facts._values)


def test_a_prompt_that_the_engine_took_from_the_notes_is_not_one_to_come(
    open_page: Open, make_run: MakeRun, bridge: Bridge, settle: Settle, qtbot: QtBot
) -> None:
    made = make_run(state="paused")  # the window's row is older than the engine's choice
    page = open_page()
    card = page.detail.run.samples.card
    bridge.event.emit(Progress(7, RunStarted(made.id, 0, 20)))
    settle()
    bridge.event.emit(Progress(7, Sampled(made.id, 0, PROMPT, "Reply 0")))
    qtbot.waitUntil(lambda: shown(page) == ("Reply 0", None))
    assert not card.waiting.isVisible()
    card.change.click()
    (popover,) = page.findChildren(EditPopover) or page.window().findChildren(EditPopover)
    assert popover.field.text() == PROMPT
