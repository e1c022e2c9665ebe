"""The training page: progress, pause, resume, stop and keep, failure, re-attachment."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from adapters.catalog import runs, voices
from adapters.catalog.database import Catalog
from adapters.voice.options import TrainingOptions
from adapters.wording import phrase
from engine.messages import (
    Failed,
    HeldOut,
    Progress,
    ResumeTraining,
    RunStarted,
    Train,
    TrainingStep,
)
from engine.places import Places
from gui.bridge import Bridge
from gui.voices.live_runs import LiveRuns
from gui.voices.page import VoicesPage
from tests.fakes import fake_service
from tests.gui.conftest import Told
from tests.gui.voices.conftest import MakeRun

Open = Callable[[], VoicesPage]
Settle = Callable[[], None]


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


def test_progress_pause_and_resume(
    open_page: Open, bridge: Bridge, catalog: Catalog, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_page()
    train(bridge, tmp_path)
    run = under_way(page, qtbot)
    qtbot.waitUntil(lambda: chip(page) == "Training")
    pane = page.detail.run
    assert pane.run == run
    assert pane.numbers.step.value().endswith(" of 200")
    assert pane.numbers.left.value()
    assert pane.buttons.pause.isVisible()
    assert not pane.buttons.resume.isVisible()
    pane.buttons.pause.click()
    assert pane.buttons.pause.busy
    qtbot.waitUntil(lambda: chip(page) == "Paused")
    assert runs.get(catalog, run).state == "paused"
    assert pane.buttons.resume.isVisible()
    assert not pane.buttons.keep.isVisible()
    assert not pane.numbers.left.isVisible()
    pane.buttons.resume.click()
    qtbot.waitUntil(lambda: chip(page) == "Training")
    pane.buttons.pause.click()
    qtbot.waitUntil(lambda: chip(page) == "Paused")


def test_stop_and_keep_makes_a_voice_and_shows_it(
    open_page: Open, bridge: Bridge, catalog: Catalog, told: Told, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_page()
    train(bridge, tmp_path)
    under_way(page, qtbot)
    qtbot.waitUntil(lambda: chip(page) == "Training")
    page.detail.run.buttons.keep.click()
    qtbot.waitUntil(lambda: page.detail.voice.head.name() == "Field notes", timeout=20_000)
    made = voices.everything(catalog)
    assert [voice.name for voice in made] == ["Field notes"]
    assert page.list.grid.current_key() == ("voice", made[0].id)
    assert [toast.text for toast in told.toasts] == ["“Field notes” is trained"]


def test_a_page_made_in_the_middle_finds_the_run_again(
    open_page: Open, bridge: Bridge, qtbot: QtBot, tmp_path: Path, settle: Settle
) -> None:
    first = open_page()
    train(bridge, tmp_path)
    run = under_way(first, qtbot)
    second = open_page()
    assert second.live.get(run) is not None
    under_way(second, qtbot)
    qtbot.waitUntil(lambda: second.detail.run.run == run)
    settle()
    # All steps that the catalog knows, not only those since the page was made.
    seen = [step for step, _ in second.detail.run.loss.curve.points()]
    assert seen[:3] == [1, 2, 3]
    second.detail.run.buttons.pause.click()
    qtbot.waitUntil(lambda: chip(second) == "Paused")


def test_after_a_restart_an_interrupted_run_is_all_there(
    open_page: Open, make_run: MakeRun
) -> None:
    make_run(state="interrupted")
    page = open_page()
    pane = page.detail.run
    assert chip(page) == "Interrupted"
    assert pane.bar.value() == 600
    assert pane.numbers.step.value() == "12 of 20"
    assert pane.numbers.loss.value() == "2.40"
    assert "goes on" in pane.note.text()
    assert pane.loss.accessibleDescription() == "step 12 of 20, loss 2.40, held-out loss 2.40"
    assert pane.buttons.resume.isVisible()


def test_a_failed_run_says_why_and_can_be_tried_again(
    open_page: Open, make_run: MakeRun, bridge: Bridge, qtbot: QtBot
) -> None:
    run = make_run(state="failed")
    page = open_page()
    assert "The disk is full." in (page.detail.run.problem() or "")
    assert not page.detail.run.buttons.resume.isVisible()
    page.detail.run.again.click()
    qtbot.waitUntil(lambda: chip(page) == "Training")
    assert page.detail.run.problem() is None
    assert bridge.running(ResumeTraining)
    page.doing.pause(run.id)
    qtbot.waitUntil(lambda: chip(page) == "Paused")


def test_an_interruption_by_a_problem_says_which(
    open_page: Open, make_run: MakeRun, catalog: Catalog
) -> None:
    run = make_run(state="interrupted")
    runs.set_state(catalog, run.id, "interrupted", "The disk is full.")
    pane = open_page().detail.run
    assert "The disk is full. Nothing is lost" in (pane.problem() or "")
    assert not pane.note.isVisible()
    assert not pane.buttons.resume.isVisible()


def test_a_failure_in_the_middle_keeps_the_engines_own_words(
    open_page: Open, bridge: Bridge, make_run: MakeRun, settle: Settle
) -> None:
    run = make_run(state="running")
    page = open_page()
    bridge.event.emit(Progress(77, RunStarted(run.id, 12, 20)))
    settle()
    words = [phrase("errors", text) for text in ("It stopped.", "No memory.", "Close programs.")]
    bridge.event.emit(Failed(77, *words, details="torch said no"))
    settle()
    assert page.detail.run.problem() == "It stopped. No memory. Close programs."


def test_a_resume_that_is_refused_is_told_in_its_place(
    open_page: Open, make_run: MakeRun, settle: Settle
) -> None:
    run = make_run(state="paused")
    page = open_page()
    page.detail.run.buttons.resume.set_busy(True)
    words = [phrase("errors", text) for text in ("Not resumed.", "Other model.", "Load it.")]
    page.doing.refused.emit(run.id, Failed(5, *words))
    settle()
    assert page.detail.run.problem() is not None
    assert not page.detail.run.buttons.resume.isVisible()  # its card has the one way on


def test_numbers_change_at_most_twice_a_second(bridge: Bridge, qtbot: QtBot) -> None:
    live = LiveRuns(bridge)
    changes: list[int] = []
    live.changed.connect(lambda: changes.append(live.all()[0].step))
    bridge.event.emit(Progress(1, RunStarted(4, 0, 100)))
    for step in range(1, 51):
        bridge.event.emit(Progress(1, TrainingStep(4, step, 100, 2.0, 1e-3, step, 9.0, 9.0)))
    assert len(changes) == 1
    qtbot.waitUntil(lambda: len(changes) == 2)
    assert changes[1] == 50


def test_a_resumed_run_draws_nothing_from_beyond_its_checkpoint(bridge: Bridge) -> None:
    live = LiveRuns(bridge)
    bridge.event.emit(Progress(1, RunStarted(4, 0, 100)))
    for step in (1, 2, 3):
        bridge.event.emit(Progress(1, TrainingStep(4, step, 100, 2.0, 1e-3, step, 9.0, 9.0)))
    bridge.event.emit(Progress(1, HeldOut(4, 3, 2.2)))
    bridge.event.emit(Progress(2, RunStarted(4, 1, 100)))
    found = live.get(4)
    assert found is not None
    assert found.job == 2
    assert found.curve.points() == [(1, 2.0)]
    assert found.curve.held_out_points() == []


def test_the_memory_stands_beside_the_numbers_where_there_is_room(
    open_page: Open, bridge: Bridge, make_run: MakeRun, qtbot: QtBot
) -> None:
    run = make_run(state="running")
    page = open_page()
    numbers = page.detail.run.numbers
    assert not numbers.memory.isVisible()  # nothing runs
    bridge.event.emit(Progress(77, RunStarted(run.id, 12, 20)))
    bridge.event.emit(Progress(77, TrainingStep(run.id, 13, 20, 2.4, 1e-3, 9, 9.0, 660.0)))
    qtbot.waitUntil(lambda: numbers.memory.isVisible())
    numbers.resize(300, numbers.height())
    assert not numbers.memory.isVisible()
