"""The preview of a folder: what becomes of every file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from engine.messages import NotesPreview
from gui.voices.new_voice.files_model import ALL, FILE, SIZE, WHY, FilesModel, counts
from gui.voices.new_voice.page import NAME, PREVIEW, NewVoice
from tests.fakes import user_error
from tests.gui.accessibility import interpreting
from tests.gui.voices.new_voice.conftest import FILES, Engines, ready

Settle = Callable[[], None]


def test_the_preview_says_what_becomes_of_every_file(
    steps: NewVoice, folder: Path, qtbot: QtBot
) -> None:
    steps.take_folder(folder)
    assert not steps.foot.start.isEnabled()
    ready(steps, qtbot)
    table = steps.files.table.files
    assert table.rowCount() == 3
    assert steps.files.total.text() == "150 tokens"
    steps.files.uses.chosen.emit("skip")
    assert table.rowCount() == 1
    assert table.index(0, WHY).data() == "This is not text."
    steps.files.uses.chosen.emit(ALL)
    assert steps.list.steps[NAME].accessibleDescription() == "done"
    assert steps.list.steps[PREVIEW].accessibleDescription() == "this step"


def test_a_folder_that_cannot_be_read_is_told_in_place(
    steps: NewVoice, folder: Path, engines: Engines, qtbot: QtBot
) -> None:
    engines.fail("files", user_error())
    steps.take_folder(folder)
    qtbot.waitUntil(lambda: steps.files.problem() is not None)
    assert "It is gone." in (steps.files.problem() or "")
    assert not steps.foot.start.isEnabled()
    steps.take_folder(folder)
    ready(steps, qtbot)
    assert steps.files.problem() is None


def test_sorting_goes_by_value_and_filters_by_use() -> None:
    table = FilesModel()
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show(FILES)
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
    head, table = steps.files.table.horizontalHeader(), steps.files.table.files
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


def test_a_hostile_file_name_is_only_text(steps: NewVoice, settle: Settle) -> None:
    steps.name.name.setText("x")
    steps.files.show_preview(NotesPreview("x", FILES, 400, 12, None, None))
    steps.go(PREVIEW)
    settle()
    steps.grab()
    assert interpreting(steps) == []
