"""The steps of a new voice: from a name to the first step of the training."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from adapters.voice.options import TrainingOptions
from engine.messages import PreviewNotes, SizeEstimate, Train
from gui.bridge import Bridge
from gui.voices.new_voice.page import FOLDER, NAME, PREVIEW, TRAIN, NewVoice
from gui.voices.page import VoicesPage
from tests.fakes import user_error
from tests.gui.accessibility import interpreting, nameless, out_of_reach
from tests.gui.voices.conftest import MakeVoice
from tests.gui.voices.new_voice.conftest import Engines, ready

Open = Callable[[], VoicesPage]
Settle = Callable[[], None]


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
    sent = engines.handled("files", Train)[0]
    assert sent == Train(str(folder), "Field notes", "olive", TrainingOptions())
    assert runs.everything(catalog)[0].name == "Field notes"


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
    QTest.mouseClick(segment(steps, "Rich"), Qt.MouseButton.LeftButton)
    steps.train.evenly.setChecked(True)
    steps.train.epochs.setValue(2.5)
    steps.train.saving.setChecked(True)
    wanted = TrainingOptions(rank=8, epochs=2.5, checkpointing=True, evenness=1.0)
    wanted = wanted.of_size("rich")
    assert not steps.foot.start.isEnabled()  # the estimate is out of date
    ready(steps, qtbot)
    assert engines.handled("files", PreviewNotes)[-1].options == wanted
    steps.foot.start.click()
    qtbot.waitUntil(lambda: bool(engines.handled("files", Train)))
    assert engines.handled("files", Train)[0].options == wanted


def segment(steps: NewVoice, word: str) -> QToolButton:
    found = steps.train.size_choice.segments.findChildren(QToolButton)
    return next(button for button in found if button.text() == word)


def test_each_size_says_what_it_takes(steps: NewVoice) -> None:
    choice = steps.train.size_choice
    choice.show_sizes(
        [
            SizeEstimate("light", 3 * 2**20, 120.0, 2**30),
            SizeEstimate("rich", 9 * 2**20, None, None),
        ]
    )
    said = [one.text().replace("\u00a0", " ") for one in choice.findChildren(QLabel)]
    for figure in ("3.0 MiB", "about 2 min", "1.0 GiB of memory", "9.0 MiB"):
        assert figure in said
    choice.show_sizes(())
    assert not [one for one in choice.findChildren(QLabel) if "MiB" in one.text()]


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
    engines.made["files"][0].fail_next = user_error()
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
