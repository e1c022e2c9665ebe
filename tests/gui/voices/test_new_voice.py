"""The steps of a new voice: from a name to the first step of the training."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from adapters.catalog import models, runs
from adapters.catalog.database import Catalog
from adapters.voice.options import RICH_TARGETS, TrainingOptions
from adapters.wording import phrase
from engine.memory.meter import Breakdown
from engine.messages import LoadModel, NoteFile, NotesPreview, PreviewNotes, Train
from engine.places import Places
from engine.service import Service
from gui.bridge import Bridge
from gui.voices.new_voice.estimate import estimate
from gui.voices.new_voice.files_model import ALL, FILE, SIZE, WHY, FilesFilter, counts
from gui.voices.new_voice.page import FOLDER, NAME, PREVIEW, TRAIN, NewVoice
from gui.voices.page import VoicesPage
from tests.fakes import FakeEngine, user_error
from tests.gui.accessibility import interpreting, nameless, out_of_reach
from tests.gui.voices.conftest import MakeVoice

GIB = 2**30
Open = Callable[[], VoicesPage]
Settle = Callable[[], None]
FILES = (
    NoteFile("b.md", 2000, 400, "learn"),
    NoteFile("a.md", 30_000, 90, "held_out"),
    NoteFile("c.jpg", 9000, None, "skip", phrase("notes", "a picture")),
    NoteFile("<img src='file:///dev/zero'>.txt", 1, None, "skip", phrase("notes", "too short")),
)
MACHINE = Breakdown("cpu", 2 * GIB, 0, 0, 0, GIB // 2, GIB, 4 * GIB + GIB // 2, 8 * GIB)


class Engines:
    """Both lanes' fakes, so that a test can see what they were asked and let them fail."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog, self.made = catalog, {"model": [], "files": []}  # type: ignore[var-annotated]
        self.fail: BaseException | None = None

    def make(self, lane: str, emit: Any) -> FakeEngine:
        engine = FakeEngine(self.catalog, emit, pause=0.002)
        self.made[lane].append(engine)
        engine.fail_next, self.fail = self.fail, None
        return engine

    def handled(self, lane: str, kind: type) -> list[Any]:
        return [c for e in self.made[lane] for c in e.handled if isinstance(c, kind)]


@pytest.fixture
def engines(catalog: Catalog) -> Engines:
    return Engines(catalog)


@pytest.fixture
def bridge(places: Places, engines: Engines) -> Any:
    made = Bridge()
    made.start(
        lambda emit: Service(
            lambda: engines.make("model", emit), lambda: engines.make("files", emit), emit, places
        )
    )
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(made)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Garden"
    made.mkdir()
    return made


@pytest.fixture
def steps(open_page: Open) -> NewVoice:
    page = open_page()
    page.act("new")
    return page.new_voice


def ready(steps: NewVoice, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: steps.foot.start.isEnabled())


def test_all_four_steps_to_the_training_page(
    open_page: Open, folder: Path, engines: Engines, catalog: Catalog, qtbot: QtBot
) -> None:
    page = open_page()
    page.list.new_voice_wanted.emit()
    steps = page.new_voice
    assert steps.step() == NAME
    assert not steps.foot.next.isEnabled()
    QTest.keyClicks(steps.name.name, "Field notes")
    steps.name.swatches.swatches[2].click()
    QTest.keyClick(steps.name.name, Qt.Key.Key_Return)
    assert steps.step() == FOLDER
    assert not steps.foot.next.isEnabled()
    steps.folder.given.emit(folder)
    assert steps.step() == PREVIEW
    ready(steps, qtbot)
    steps.foot.settings.click()
    assert steps.step() == TRAIN
    steps.foot.start.click()
    qtbot.waitUntil(lambda: not page.is_making())
    qtbot.waitUntil(lambda: page.detail.run.head.name() == "Field notes")
    sent = engines.handled("model", Train)[0]
    assert sent == Train(str(folder), "Field notes", "olive", TrainingOptions())
    assert runs.everything(catalog)[0].name == "Field notes"


def test_the_preview_says_what_becomes_of_every_file(
    steps: NewVoice, folder: Path, qtbot: QtBot
) -> None:
    steps.take_folder(folder)
    assert not steps.foot.start.isEnabled()
    ready(steps, qtbot)
    table = steps.files.table.filter
    assert table.rowCount() == 3
    assert steps.files.total.text() == "150 tokens"
    steps.files.uses.chosen.emit("skip")
    assert table.rowCount() == 1
    assert table.index(0, WHY).data() == "This is not text."
    steps.files.uses.chosen.emit(ALL)
    assert steps.list.steps[NAME].accessibleDescription() == "done"
    assert steps.list.steps[PREVIEW].accessibleDescription() == "this step"


def test_a_folder_gives_its_name_to_a_voice_that_has_none(steps: NewVoice, folder: Path) -> None:
    steps.take_folder(folder)
    assert steps.name.name.text() == "Garden"
    steps.go(NAME)
    steps.name.name.setText("Mine")
    steps.take_folder(folder)
    assert steps.name.name.text() == "Mine"


def test_steps_ahead_are_closed_until_there_is_something_to_see(
    steps: NewVoice, folder: Path, qtbot: QtBot
) -> None:
    assert [step.isEnabled() for step in steps.list.steps] == [True, False, False, False]
    steps.name.name.setText("x")
    assert [step.isEnabled() for step in steps.list.steps] == [True, True, False, False]
    steps.take_folder(folder)
    ready(steps, qtbot)
    assert all(step.isEnabled() for step in steps.list.steps)
    steps.list.steps[NAME].click()
    assert steps.step() == NAME


def test_a_folder_that_cannot_be_read_is_told_in_place(
    steps: NewVoice, folder: Path, engines: Engines, qtbot: QtBot
) -> None:
    engines.fail = user_error()
    steps.take_folder(folder)
    qtbot.waitUntil(lambda: steps.files.problem() is not None)
    assert "It is gone." in (steps.files.problem() or "")
    assert not steps.foot.start.isEnabled()
    steps.take_folder(folder)
    ready(steps, qtbot)
    assert steps.files.problem() is None


def test_a_name_that_is_taken_is_no_error(
    open_page: Open, make_voice: MakeVoice, qtbot: QtBot
) -> None:
    make_voice("Letters")
    page = open_page()
    page.begin()
    page.new_voice.name.name.setText("letters")
    qtbot.waitUntil(lambda: "number" in page.new_voice.name.hint.text())
    assert page.new_voice.foot.next.isEnabled()
    page.new_voice.name.name.setText("Letters to nobody")
    qtbot.waitUntil(lambda: page.new_voice.name.hint.text() == "")


def test_the_colour_that_the_fewest_voices_have_is_proposed(
    open_page: Open, make_voice: MakeVoice, settle: Settle
) -> None:
    make_voice("A", colour="rust")
    make_voice("B", colour="indigo")
    page = open_page()
    page.begin()
    settle()
    assert page.new_voice.draft.colour == "olive"
    page.begin()  # the same again: the colour is still there from the first time
    settle()
    assert page.new_voice.draft.colour == "olive"


def test_settings_reach_the_training_and_the_preview(
    steps: NewVoice, folder: Path, engines: Engines, qtbot: QtBot
) -> None:
    steps.take_folder(folder)
    ready(steps, qtbot)
    steps.go(TRAIN)
    steps.train.rank.setValue(8)
    steps.train.targets.setCurrentIndex(1)
    steps.train.epochs.setValue(2.5)
    steps.train.saving.setChecked(True)
    wanted = TrainingOptions(rank=8, targets=RICH_TARGETS, epochs=2.5, checkpointing=True)
    assert not steps.foot.start.isEnabled()  # the estimate is out of date
    ready(steps, qtbot)
    assert engines.handled("files", PreviewNotes)[-1].options == wanted
    steps.foot.start.click()
    qtbot.waitUntil(lambda: bool(engines.handled("model", Train)))
    assert engines.handled("model", Train)[0].options == wanted


def test_defaults_come_back(steps: NewVoice) -> None:
    steps.train.rank.setValue(8)
    steps.train.rate.setValue(0.0005)
    steps.train.reset.click()
    assert steps.train.options == TrainingOptions()
    assert steps.draft.options == TrainingOptions()


def test_a_training_that_does_not_start_says_why_and_can_be_tried_again(
    steps: NewVoice, folder: Path, engines: Engines, bridge: Bridge, qtbot: QtBot
) -> None:
    steps.take_folder(folder)
    ready(steps, qtbot)
    engines.fail = user_error()
    steps.foot.start.click()
    assert steps.foot.start.busy
    qtbot.waitUntil(lambda: steps.trouble() is not None)
    assert "Choose another one." in (steps.trouble() or "")
    assert not steps.foot.start.busy
    steps.foot.start.click()
    assert steps.trouble() is None
    qtbot.waitUntil(lambda: bool(bridge.training))


def test_another_training_has_to_end_first(
    steps: NewVoice, folder: Path, bridge: Bridge, qtbot: QtBot
) -> None:
    steps.take_folder(folder)
    ready(steps, qtbot)
    bridge.training[99] = 7
    steps._refresh()
    assert not steps.foot.start.isEnabled()
    assert "in training" in steps.foot.note.text()


def test_leaving_cancels_the_reading(
    open_page: Open, folder: Path, bridge: Bridge, qtbot: QtBot
) -> None:
    page = open_page()
    page.begin(folder)
    page.new_voice.foot.cancel.click()
    assert not page.is_making()
    qtbot.waitUntil(lambda: not bridge.running(PreviewNotes))
    assert page.new_voice.preview is None


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
    monkeypatch.setattr("gui.voices.memory_watch.breakdown", lambda *_: MACHINE)
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


def test_sorting_goes_by_value_and_filters_by_use() -> None:
    table = FilesFilter()
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.files.show(FILES)
    table.sort(SIZE, Qt.SortOrder.DescendingOrder)
    assert table.index(0, FILE).data() == "a.md"
    assert table.index(1, FILE).data() == "c.jpg"
    table.show_use("learn")
    assert [table.index(row, FILE).data() for row in range(table.rowCount())] == ["b.md"]
    assert counts(FILES) == {ALL: 4, "learn": 1, "held_out": 1, "skip": 2}


def test_the_table_is_sorted_by_the_keyboard(steps: NewVoice, settle: Settle) -> None:
    steps.name.name.setText("x")
    steps.files.show_preview(NotesPreview("x", FILES, 400, 12, None, None))
    steps.go(PREVIEW)
    settle()
    head, table = steps.files.table.horizontalHeader(), steps.files.table.filter
    head.setFocus()
    QTest.keyClick(head, Qt.Key.Key_Right)
    assert head.accessibleDescription() == "Sort by Size"
    QTest.keyClick(head, Qt.Key.Key_Space)
    assert table.index(table.rowCount() - 1, FILE).data() == "a.md"
    QTest.keyClick(head, Qt.Key.Key_Space)
    assert table.index(0, FILE).data() == "a.md"


def test_nothing_to_learn_from_cannot_be_trained(
    steps: NewVoice, folder: Path, qtbot: QtBot, settle: Settle
) -> None:
    steps.take_folder(folder)
    ready(steps, qtbot)
    steps._take_preview(NotesPreview(str(folder), FILES[2:], 0, 0, None, None))
    settle()
    assert not steps.foot.start.isEnabled()
    assert steps.files.total.text() == "nothing to learn from"


def test_every_step_is_named_and_reached(
    steps: NewVoice, folder: Path, qtbot: QtBot, settle: Settle
) -> None:
    steps.take_folder(folder)
    ready(steps, qtbot)
    steps.train.fold.setChecked(True)
    for step in (NAME, FOLDER, PREVIEW, TRAIN):
        steps.go(step)
        settle()
        assert nameless(steps) == []
        assert out_of_reach(steps) == []
    assert interpreting(steps) == []


def test_a_hostile_file_name_is_only_text(steps: NewVoice, settle: Settle) -> None:
    steps.name.name.setText("x")
    steps.files.show_preview(NotesPreview("x", FILES, 400, 12, None, None))
    steps.go(PREVIEW)
    settle()
    steps.grab()
    assert interpreting(steps) == []


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
