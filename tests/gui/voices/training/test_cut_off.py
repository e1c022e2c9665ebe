"""A training that was cut off: why it stopped, and the way on."""

from pytestqt.qtbot import QtBot

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from adapters.wording import phrase
from engine.messages import (
    Failed,
    HeldOut,
    Progress,
    ResumeTraining,
    RunStarted,
    TrainingStep,
)
from gui.bridge import Bridge
from gui.translate import speak
from gui.voices.live_runs import LiveRuns
from tests.gui.voices.conftest import FULL, MakeRun, Open, Settle
from tests.gui.voices.training.conftest import chip, spoken_of


def test_a_run_that_only_says_it_is_running_can_be_resumed(
    open_page: Open, make_run: MakeRun
) -> None:
    """Its end could not be written, as on a full disk."""
    make_run(state="running")
    page = open_page()
    assert chip(page) == "Interrupted"
    assert page.detail.run.buttons.resume.isVisible()
    assert "can be resumed" in spoken_of(page, "Field notes")


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
    assert pane.loss.accessibleDescription() == (
        "step 12 of 20, loss 2.40, held-out loss 2.40, best 2.40 at step 12, which is kept"
    )
    assert pane.buttons.resume.isVisible()


def test_a_failed_run_says_why_and_can_be_tried_again(
    open_page: Open, make_run: MakeRun, bridge: Bridge, qtbot: QtBot
) -> None:
    run = make_run(state="failed")
    page = open_page()
    assert "no space left" in (page.detail.run.problem() or "")
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
    runs.set_state(catalog, run.id, "interrupted", FULL)
    pane = open_page().detail.run
    assert "no space left to save to. Nothing is lost" in (pane.problem() or "")
    assert not pane.note.isVisible()
    assert not pane.buttons.resume.isVisible()


def test_why_it_stopped_is_told_in_the_language_of_the_window(
    open_page: Open, make_run: MakeRun, settle: Settle
) -> None:
    """It may have stopped while another one was shown, or none."""
    make_run(state="failed")
    speak("ru")
    try:
        assert "Не осталось места" in (open_page().detail.run.problem() or "")
    finally:
        speak("en")
        settle()


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
