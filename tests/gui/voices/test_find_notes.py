"""Find in my notes, beside what a voice says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.context import Context
from gui.voices.run.find_notes import FindNotesCard
from gui.voices.run.note_viewer import NoteViewer, file_of
from tests.fake_notes import HIT


@pytest.fixture
def card(context: Context, qtbot: QtBot, tmp_path: Path) -> Iterator[FindNotesCard]:
    window = QWidget()
    window.resize(900, 700)
    made = FindNotesCard(context, window)
    made.resize(700, 400)
    made.show_folder(str(tmp_path))
    qtbot.addWidget(window)
    window.show()
    yield made
    window.close()


def search(card: FindNotesCard, words: str, qtbot: QtBot) -> None:
    card.field.setText(words)
    card.search()
    qtbot.waitUntil(lambda: card.told.isVisible())


def viewer(card: FindNotesCard, qtbot: QtBot) -> NoteViewer:
    qtbot.waitUntil(lambda: bool(card.window().findChildren(NoteViewer)))
    (found,) = card.window().findChildren(NoteViewer)
    return found


def test_what_is_found_is_listed_with_its_place(card: FindNotesCard, qtbot: QtBot) -> None:
    search(card, "frost", qtbot)
    assert card.told.text() == "1 note found"
    assert card.hits.item(0).text() == f"{HIT.path}: {HIT.snippet}"
    card.grab()


def test_nothing_found_is_said(card: FindNotesCard, qtbot: QtBot) -> None:
    search(card, "nowhere", qtbot)
    assert card.told.text() == "No note says that."
    assert card.hits.count() == 0


def test_no_words_find_nothing(card: FindNotesCard, qtbot: QtBot) -> None:
    search(card, "frost", qtbot)
    card.field.clear()
    card.search()
    assert card.hits.count() == 0


def test_enter_opens_the_note_at_the_place(card: FindNotesCard, qtbot: QtBot) -> None:
    search(card, "frost", qtbot)
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    QTest.keyClick(card.hits, Qt.Key.Key_Return)
    shown = viewer(card, qtbot)
    (mark,) = shown.text.extraSelections()
    assert mark.cursor.selectedText() == "frost"  # after signs of two halves each
    assert shown.text.textCursor().blockNumber() > 20
    assert shown.text.isReadOnly()
    QTest.keyClick(shown.text, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_another_voice_begins_with_an_empty_field(card: FindNotesCard, qtbot: QtBot) -> None:
    search(card, "frost", qtbot)
    card.show_folder("/elsewhere")
    assert card.field.text() == ""
    card.show_folder("")
    assert not card.isVisible()


def test_only_folders_of_files_inside_are_opened(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.md").write_text("x")
    (folder / "box.zip").write_text("x")
    (tmp_path / "outside.md").write_text("x")
    (folder / "link.md").symlink_to(tmp_path / "outside.md")
    assert file_of(folder, "a.md") == folder / "a.md"
    assert file_of(folder, "box.zip/garden/b.md") == folder / "box.zip"
    assert file_of(folder / "box.zip", "box.zip/garden/b.md") == folder / "box.zip"
    assert file_of(folder / "box.zip", "a.md") is None
    for path in ("gone.md", "../outside.md", "/etc/passwd", "link.md"):
        assert file_of(folder, path) is None
