"""The Voices page: cards, search, keys, a narrow window, a dropped folder."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.voices.drop_area import DropArea
from tests.gui.accessibility import interpreting, nameless, out_of_reach
from tests.gui.voices.conftest import MakeRun, MakeVoice, Open, Settle, shown


def test_without_a_voice_there_is_one_sentence_and_one_thing_to_do(open_page: Open) -> None:
    page = open_page()
    assert page.detail.currentWidget() is page.detail.first
    assert not page.list.search.isVisible()
    QTest.mouseClick(page.detail.first.sample, Qt.MouseButton.LeftButton)
    assert page.is_making()
    page.finish()


def test_search_and_order(open_page: Open, make_voice: MakeVoice, settle: Settle) -> None:
    make_voice("Letters", size=6_000_000)
    make_voice("Workbench", size=3_000_000)
    page = open_page()
    page.list.order.setCurrentIndex(page.list.order.findData("name"))
    assert shown(page) == ["Letters", "Workbench"]
    page.list.order.setCurrentIndex(page.list.order.findData("size"))
    assert shown(page) == ["Letters", "Workbench"]
    assert page.list.count.text().replace("\u00a0", " ") == "2 voices, 8.6 MiB"
    page.list.search.setText("bench")
    assert shown(page) == ["Workbench"]
    page.list.search.setText("nothing like it")
    assert shown(page) == []
    settle()
    assert page.detail.currentWidget() is page.detail.first


def test_arrows_move_and_the_right_pane_follows(
    open_page: Open, make_voice: MakeVoice, settle: Settle
) -> None:
    for name in ("A", "B", "C"):
        make_voice(name)
    page = open_page()
    page.list.order.setCurrentIndex(page.list.order.findData("name"))
    page.select(page.list.grid.cards.card(0).key)
    grid = page.list.grid
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    settle()
    assert grid.current().name == "B"  # type: ignore[union-attr]
    assert page.detail.voice.head.name() == "B"
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    settle()
    settle()
    assert page.detail.voice.head.name() == grid.current().name  # type: ignore[union-attr]


def test_a_finished_voice_shows_what_was_measured(open_page: Open, make_voice: MakeVoice) -> None:
    make_voice("Workbench")
    page = open_page()
    pane = page.detail.voice
    assert pane.head.chip_text() == "Learned"
    values = {key: one.value().replace("\u00a0", " ") for key, one in pane.figures.items()}
    assert values == {
        "before": "20.0",
        "after": "16.4",
        "change": "−18 %",
        "notes": "40",
        "size": "3.1 MiB",
    }
    assert "held-out loss 2.40" in pane.loss.accessibleDescription()


def test_in_a_narrow_window_the_right_pane_is_a_page(
    open_page: Open, make_voice: MakeVoice, settle: Settle
) -> None:
    make_voice("Workbench")
    page = open_page()
    page.resize(952, 620)
    settle()
    assert not page.detail.isVisible()
    page.list.grid.setFocus()
    QTest.keyClick(page.list.grid, Qt.Key.Key_Return)
    settle()
    assert page.detail.voice.isVisible()
    assert not page.list.isVisible()
    assert page.detail.voice.head.back.isVisible()
    assert page.act("escape")
    assert page.list.isVisible()
    page.list.grid.opened.emit(page.list.grid.current())
    page.resize(1208, 740)
    settle()
    assert page.list.isVisible()
    assert page.detail.isVisible()
    assert not page.detail.voice.head.back.isVisible()


def test_in_a_narrow_window_a_click_and_a_link_lead_to_the_page_of_the_card(
    open_page: Open, make_voice: MakeVoice, settle: Settle
) -> None:
    voice = make_voice("Workbench")
    page = open_page()
    page.resize(952, 620)
    settle()
    grid = page.list.grid
    card = grid.visualRect(grid.model().index(0, 0))
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=card.center())
    settle()
    assert page.detail.voice.isVisible()
    page.show_list()
    page.arrive(("voice", voice.id))
    settle()
    assert page.detail.voice.isVisible()
    page.resize(1208, 740)
    settle()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=card.center())
    assert page.list.isVisible()


@pytest.mark.parametrize("width", [400, 507, 700, 952])
def test_cards_share_the_width_and_never_touch_the_scroll_bar(
    open_page: Open, make_voice: MakeVoice, width: int, settle: Settle
) -> None:
    for number in range(9):
        make_voice(f"Voice {number}")
    page = open_page()
    grid = page.list.grid
    grid.setParent(None)
    grid.resize(width, 300)
    grid.show()
    settle()
    boxes = [grid.visualRect(grid.cards.index(row)) for row in range(9)]
    assert max(box.right() for box in boxes) < grid.viewport().width()
    columns = len({box.left() for box in boxes})
    assert columns == max(1, (width - 17) // 242)
    grid.close()
    page.list._stack.insertWidget(0, grid)


def test_a_dropped_folder_begins_a_voice(open_page: Open, tmp_path: Path, settle: Settle) -> None:
    page = open_page()
    folder = tmp_path / "Garden"
    folder.mkdir()
    drop(page.list.drop_area, folder)
    settle()
    assert page.is_making()
    assert page.new_voice.draft.folder == folder
    assert page.new_voice.name.name.text() == "Garden"
    page.finish()


def test_only_one_local_folder_can_be_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    area = DropArea("Notes", takes_voices=True)
    qtbot.addWidget(area)
    file = tmp_path / "note.md"
    file.write_text("x", encoding="utf-8")
    assert area._taken(mime(file)) is None
    assert area._taken(mime(tmp_path, tmp_path)) is None
    remote = QMimeData()
    remote.setUrls([QUrl("smb://host/share")])
    assert area._taken(remote) is None
    assert area._taken(mime(tmp_path)) == tmp_path


def test_a_dropped_zip_of_notes_begins_a_voice(
    open_page: Open, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    page = open_page()
    packed = tmp_path / "Garden.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.md", "The frost came in May.")
    drop(page.list.drop_area, packed)
    qtbot.waitUntil(page.is_making)
    settle()
    assert page.new_voice.draft.folder == packed
    assert page.new_voice.name.name.text() == "Garden"
    page.finish()


def test_a_hostile_name_is_only_text(open_page: Open, make_voice: MakeVoice) -> None:
    name = '<img src="file:///dev/zero">'
    make_voice(name)
    page = open_page()
    assert page.detail.voice.head.name() == name
    assert interpreting(page) == []
    page.grab()


def test_everything_has_a_name_and_is_reached(
    open_page: Open, make_voice: MakeVoice, make_run: MakeRun, settle: Settle
) -> None:
    make_voice("Workbench")
    make_run("Field notes")
    page = open_page()
    for row in range(2):
        page.list.grid.select(page.list.grid.cards.card(row).key)
        settle()
        assert nameless(page) == []
        assert out_of_reach(page) == []
        assert interpreting(page) == []


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(area: DropArea, folder: Path) -> None:
    data = mime(folder)
    enter = QDragEnterEvent(
        QPointF(10, 10),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(area, enter)
    assert enter.isAccepted()
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(area, event)
    assert event.dropAction() == Qt.DropAction.CopyAction  # the owner's folder stays where it is
