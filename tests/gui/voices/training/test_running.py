"""The training page: progress, pause, resume, stop and keep, its numbers."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adapters.catalog import runs, voices
from adapters.catalog.database import Catalog
from engine.messages import (
    Progress,
    RunStarted,
    TrainingStep,
)
from gui.bridge import Bridge
from gui.voices.live_runs import LiveRuns
from gui.voices.run.pane_head import PaneHead
from gui.widgets.buttons import secondary
from gui.widgets.chip import CALM
from tests.gui.conftest import Told
from tests.gui.voices.conftest import MakeRun, Open, Settle
from tests.gui.voices.training.conftest import chip, spoken_of, train, under_way


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


def test_a_second_training_waits_and_says_for_whom(
    open_page: Open, bridge: Bridge, catalog: Catalog, make_run: MakeRun, qtbot: QtBot,
    tmp_path: Path,
) -> None:  # fmt: skip
    waiting = make_run("Letters", state="interrupted")
    page = open_page()
    train(bridge, tmp_path)
    under_way(page, qtbot)
    page.select(("run", waiting.id))
    pane = page.detail.run
    qtbot.waitUntil(lambda: pane.run == waiting.id)
    pane.buttons.resume.click()
    qtbot.waitUntil(lambda: chip(page) == "Waiting")
    assert pane.note.text() == "Waiting for “Field notes” to be trained"
    assert pane.buttons.pause.isVisible()
    assert not pane.buttons.resume.isVisible()
    assert not pane.buttons.keep.isVisible()
    assert runs.get(catalog, waiting.id).state == "queued"
    qtbot.waitUntil(lambda: "waiting for its turn" in spoken_of(page, "Letters"))
    pane.buttons.pause.click()
    qtbot.waitUntil(lambda: chip(page) == "Paused")
    assert runs.get(catalog, waiting.id).state == "paused"
    page.doing.pause(page.live.all()[0].run)
    qtbot.waitUntil(lambda: not page.live.all())


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


def test_before_the_first_step_there_is_nothing_to_keep(
    open_page: Open, bridge: Bridge, make_run: MakeRun, qtbot: QtBot
) -> None:
    run = make_run(state="running", done=0)
    page = open_page()
    bridge.event.emit(Progress(77, RunStarted(run.id, 0, 20)))
    qtbot.waitUntil(lambda: page.detail.run.run == run.id)
    buttons = page.detail.run.buttons
    assert not buttons.keep.isEnabled()
    bridge.event.emit(Progress(77, TrainingStep(run.id, 1, 20, 2.4, 1e-3, 9, 9.0, 660.0)))
    qtbot.waitUntil(buttons.keep.isEnabled)


def test_a_refusal_to_keep_is_told_and_the_ring_stops(
    open_page: Open, bridge: Bridge, make_run: MakeRun, told: Told, qtbot: QtBot
) -> None:
    run = make_run(state="running")
    page = open_page()
    bridge.event.emit(Progress(77, RunStarted(run.id, 12, 20)))
    qtbot.waitUntil(lambda: page.detail.run.buttons.keep.isVisible())
    page.detail.run.buttons.keep.click()
    assert page.detail.run.buttons.keep.busy
    qtbot.waitUntil(lambda: bool(told.problems))
    assert not page.detail.run.buttons.keep.busy


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


def test_a_long_name_has_a_line_of_its_own(qtbot: QtBot) -> None:
    pause, keep = secondary("Pause"), secondary("Stop and keep")
    head = PaneHead(pause, keep)
    qtbot.addWidget(head)
    head.show_head("olive", "Letters to my grandmother from that summer", "Training", CALM)
    head.resize(900, 40)
    head.show()
    assert pause.y() < head._name.geometry().bottom()  # beside it
    assert pause.x() > head._name.geometry().right()
    head.resize(560, 80)
    QApplication.processEvents()
    assert pause.y() >= head._name.geometry().bottom()
    assert not head._name.toolTip()  # nothing is cut
    head.show_head("olive", "Letters", "Training", CALM)
    QApplication.processEvents()
    assert pause.y() < head._name.geometry().bottom()
    head.show_head("olive", "Letters " * 20, "Training", CALM)
    QApplication.processEvents()
    assert "Letters Letters" in head._name.toolTip()
