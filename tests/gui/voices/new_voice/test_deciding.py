"""The owner overrules what becomes of notes, and takes it back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adapters.catalog import note_decisions, note_folders
from adapters.catalog.database import Catalog
from adapters.catalog.records import NoteDecision
from engine.messages import MaskedPlace, NoteFile, NotesPreview, PreviewNotes, Speaker
from gui.voices.new_voice.files_menu import FilesMenu
from gui.voices.new_voice.files_model import FILE, WHY
from gui.voices.new_voice.page import NewVoice
from gui.voices.new_voice.remarks import details
from tests.gui.accessibility import interpreting
from tests.gui.voices.new_voice.conftest import Engines, ready

Settle = Callable[[], None]
SECRET = NoteFile(
    "shed & <b>.md", 90, 20, "learn", masked=(MaskedPlace("password", "h…"),), by_owner=True
)


@pytest.fixture
def read(steps: NewVoice, folder: Path, qtbot: QtBot) -> NewVoice:
    """A page that shows the fake engine's folder, its first file chosen."""
    steps.take_folder(folder)
    ready(steps, qtbot)
    steps.files.table.setCurrentIndex(steps.files.table.files.index(0, FILE))
    return steps


def decided(steps: NewVoice, catalog: Catalog) -> dict[str, NoteDecision]:
    assert steps.draft.folder is not None
    return note_decisions.of_folder(catalog, steps.draft.folder)


def test_a_key_decides_and_the_folder_is_asked_about_again(
    read: NewVoice, engines: Engines, catalog: Catalog, qtbot: QtBot
) -> None:
    asked = len(engines.handled("files", PreviewNotes))
    QTest.keyClick(read.files.table, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: decided(read, catalog) == {"frost.md": NoteDecision("skip")})
    qtbot.waitUntil(lambda: len(engines.handled("files", PreviewNotes)) > asked)
    ready(read, qtbot)
    current = read.files.table.current()
    assert current is not None
    assert current.path == "frost.md"


def test_undo_takes_the_last_decision_back(read: NewVoice, catalog: Catalog, qtbot: QtBot) -> None:
    table = read.files.table
    QTest.keyClick(table, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: decided(read, catalog) == {"frost.md": NoteDecision("held_out")})
    QTest.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: decided(read, catalog) == {})
    QTest.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # nothing is left


def test_several_are_decided_at_once_but_not_what_has_no_text(
    read: NewVoice, catalog: Catalog, qtbot: QtBot
) -> None:
    read.files.table.selectAll()
    unusable = NoteFile("x.jpg", 9, None, "skip", usable=False)
    read._take_preview(
        NotesPreview("x", (*read.files.table.files.files(), unusable), 1, 1, 1.0, 1)
    )
    read.files.table.selectAll()
    QTest.keyClick(read.files.table, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: "letter.txt" in decided(read, catalog))
    assert "x.jpg" not in decided(read, catalog)


def test_the_menu_says_what_holds_and_offers_the_rest(read: NewVoice, qtbot: QtBot) -> None:
    menu = FilesMenu([SECRET], read)
    qtbot.addWidget(menu)
    texts = {entry.text(): entry for entry in menu.actions() if entry.text()}
    assert texts["Learn"].isChecked()
    assert not texts["Skip"].isChecked()
    assert texts["Leave it to Timbre"].isEnabled()
    with qtbot.waitSignal(menu.unmasking) as unmasking:
        texts["Learn passwords and keys as they stand"].trigger()
    assert unmasking.args == [True]
    with qtbot.waitSignal(menu.wished) as wished:
        texts["Leave it to Timbre"].trigger()
    assert wished.args == [None]


def test_a_decision_and_what_is_hidden_are_shown(read: NewVoice, settle: Settle) -> None:
    read._take_preview(NotesPreview("x", (SECRET,), 1, 1, 1.0, 1))
    settle()
    assert read.files.table.files.index(0, WHY).data() == "your decision, 1 secret hidden"
    assert "password h…" in details(SECRET)
    read.grab()
    assert interpreting(read) == []


def test_masking_is_decided_by_the_owner(read: NewVoice, catalog: Catalog, qtbot: QtBot) -> None:
    read.deciding.unmask([SECRET], True)
    qtbot.waitUntil(lambda: decided(read, catalog) == {SECRET.path: NoteDecision(None, True)})
    read.deciding.undo()
    qtbot.waitUntil(lambda: decided(read, catalog) == {})


def test_who_the_owner_is_in_conversations(
    read: NewVoice, folder: Path, catalog: Catalog, qtbot: QtBot
) -> None:
    who = read.files.who
    assert not who.isVisible()
    files = read.files.table.files.files()
    speakers = (Speaker("Anna & Co", 9), Speaker("Bo", 2))
    read._take_preview(NotesPreview("x", files, 1, 1, 1.0, 1, speakers=speakers))
    assert who.isVisible()
    assert who.button.text() == "Say who you are"
    entries = who.menu().actions()
    assert [entry.text() for entry in entries] == ["Anna && Co, 9 turns", "Bo, 2 turns"]
    entries[0].trigger()
    qtbot.waitUntil(lambda: note_folders.owner_names(catalog, folder) == {"Anna & Co"})
    read.deciding.undo()
    qtbot.waitUntil(lambda: note_folders.owner_names(catalog, folder) == frozenset())


def test_ten_thousand_files_are_sorted_and_filtered_without_a_question_each(
    read: NewVoice,
) -> None:
    files = tuple(
        NoteFile(f"{n:05}.md", n * 7 % 1000, n, "learn" if n % 3 else "held_out")
        for n in range(10_000)
    )
    table = read.files.table
    table.show_files(files)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert table.files.file(0).bytes == 999
    table.files.show_use("held_out")
    assert table.files.rowCount() == 3334
    assert table.files.row_of("00003.md") is not None
