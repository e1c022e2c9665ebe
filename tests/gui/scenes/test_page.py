"""The page as a whole: find, files, the chat, the narrow window, and use without eyes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adapters.catalog import conversations
from engine.scene.format.files import open_scene, save_scene
from engine.scene.starters import starters
from gui.context import Context
from gui.scenes import menus
from gui.scenes.page import ScenesPage
from tests.gui.accessibility import interpreting, nameless, out_of_reach
from tests.gui.conftest import Told
from tests.gui.scenes.conftest import ids

Rest = Callable[[], None]


@pytest.mark.parametrize("chosen", ["", "ines", "goal", "place"])
def test_page_can_be_used_without_eyes_or_mouse(page: ScenesPage, chosen: str) -> None:
    page.document.select(chosen)
    assert not nameless(page)
    assert not out_of_reach(page)
    assert not interpreting(page)


def test_find_goes_from_field_to_field(page: ScenesPage) -> None:
    page.act("search")
    finder = page.left.finder
    QTest.keyClicks(finder.field, "pilot")
    first = page.document.selection
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    second = page.document.selection
    assert first != second
    QTest.keyClick(finder.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.document.selection == first
    finder.field.setText("zeppelin")
    assert finder.told.text() == "Nothing was found"


def test_a_line_of_the_prompt_chooses_its_field(page: ScenesPage) -> None:
    at = [line.field.id for line in page.strip.rows.lines()].index("mood")
    place = page.strip.list.visualRect(page.strip.rows.index(at)).center()
    QTest.mouseClick(page.strip.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.document.selection == ("mood",)


def test_the_prompt_is_told_whole(page: ScenesPage) -> None:
    told = page.counts.told
    shown = page.strip.rows.lines()
    assert sum(line.tokens for line in shown) <= told.total
    assert [line.field.id for line in shown if line.text] == ids(page)


def test_a_file_is_dropped_in(page: ScenesPage, tmp_path: Path, rest: Rest) -> None:
    path = tmp_path / "letter.json"
    save_scene(path, starters("en")["letter"])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    rest()
    assert page.document.scene == starters("en")["letter"]
    assert len(page.shelf.entries()) == 2


def test_what_cannot_be_read_is_told(
    page: ScenesPage, tmp_path: Path, rest: Rest, told: Told
) -> None:
    path = tmp_path / "broken.json"
    path.write_text("{")
    page.exchange.bring(path)
    rest()
    assert "broken.json" in told.problems[0].what
    assert len(page.shelf.entries()) == 1


def test_a_scene_is_written_and_read_back(
    page: ScenesPage, tmp_path: Path, rest: Rest, told: Told
) -> None:
    page.exchange.put(page.document.scene, "scene", tmp_path / "harbour.json")
    rest()
    assert open_scene(tmp_path / "harbour.json") == page.document.scene
    assert told.toasts[0].text.startswith("“Harbour office” was written")


def test_a_card_without_a_role_is_refused_in_words(
    page: ScenesPage, tmp_path: Path, rest: Rest, told: Told
) -> None:
    for id in ("ines", "tomas", "eva"):
        page.document.select(id)
        page.acts.remove()
    page.exchange.put(page.document.scene, "card-v2", tmp_path / "card.json")
    rest()
    assert told.problems
    assert not (tmp_path / "card.json").exists()


def test_try_in_chat_begins_a_conversation(
    page: ScenesPage, context: Context, qtbot: QtBot, rest: Rest
) -> None:
    with qtbot.waitSignal(context.news.go) as gone:
        page.header.try_out.click()
        rest()
    name, (_, made) = gone.args
    row = conversations.get(context.catalog, made)
    assert (name, row.title) == ("chat", "Harbour office")
    assert row.scene == page.open_scene


def test_a_scene_without_roles_is_tried_as_an_instruction(
    page: ScenesPage, context: Context, qtbot: QtBot, rest: Rest
) -> None:
    page.document.select("ines", "tomas", "eva")
    page.acts.remove()
    with qtbot.waitSignal(context.news.go) as gone:
        page.try_in_chat()
        rest()
    row = conversations.get(context.catalog, gone.args[1][1])
    assert row.scene is None
    assert row.instruction.startswith("Setting: Harbour office, 1931.")


def test_the_chat_leads_back_to_its_scene(page: ScenesPage, rest: Rest) -> None:
    first = page.open_scene
    page.add(starters("en")["letter"])
    rest()
    page.arrive(first)
    rest()
    assert page.open_scene == first


def test_a_template_opens_as_a_new_scene(page: ScenesPage, rest: Rest) -> None:
    menu = menus.new_scene(page, "en", page.add, page.exchange.ask)
    action = next(one for one in menu.actions() if one.text() == "A difficult letter")
    action.trigger()
    rest()
    assert page.document.scene == starters("en")["letter"]
    menu.deleteLater()


def test_a_deleted_scene_comes_back(page: ScenesPage, told: Told, rest: Rest) -> None:
    before = page.document.scene
    page.outline.setFocus()
    page.outline.show_scene(page.open_scene)
    QTest.keyClick(page.outline, Qt.Key.Key_Delete)
    rest()
    assert page.empty.isVisible()
    assert told.toasts[-1].undo is not None
    told.toasts[-1].undo()
    rest()
    assert page.document.scene == before
    assert page.panes.isVisible()


def test_in_a_narrow_window_the_form_is_a_page(page: ScenesPage) -> None:
    page.resize(952, 650)
    assert not page.form.isVisible()
    page.document.select("ines")
    page.outline.setFocus()
    QTest.keyClick(page.outline, Qt.Key.Key_Return)
    assert page.form.isVisible()
    assert not page.strip.isVisible()
    page.form.back.click()
    assert page.strip.isVisible()
    assert not page.form.isVisible()
    page.resize(1208, 770)
    assert page.form.isVisible()
    assert page.strip.isVisible()


def test_another_language_keeps_the_place(page: ScenesPage) -> None:
    page.document.select("ines")
    assert page.place() == ("scene", page.open_scene, "ines")
