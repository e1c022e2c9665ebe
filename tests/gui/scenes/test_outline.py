"""The outline by keyboard and mouse: what it shows and what it changes."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from engine.scene.model import find, path_to
from engine.scene.starters import starters
from gui.scenes.outline.model import NAME, TOKENS, OutlineModel
from gui.scenes.page import ScenesPage
from tests.gui.scenes.conftest import ids

Rest = Callable[[], None]


def _press(page: ScenesPage, key: Qt.Key, alt: bool = False) -> None:
    modifier = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(page.outline, key, modifier)


def test_fields_are_below_the_open_scene_with_their_tokens(page: ScenesPage) -> None:
    model = page.model
    top = model.index_of_scene(page.open_scene)
    names = [str(model.index(n, NAME, top).data()) for n in range(model.rowCount(top))]
    assert names[:3] == ["Harbour office, 1931", "Ines", "Tomas"]
    for number, id in enumerate(ids(page)):
        shown = model.index(number, TOKENS, top).data()
        assert shown == str(page.counts.told.tokens()[id])


def test_an_arrow_chooses_the_next_field(page: ScenesPage) -> None:
    page.outline.setFocus()
    _press(page, Qt.Key.Key_Down)
    _press(page, Qt.Key.Key_Down)
    assert page.document.selection == ("ines",)
    assert page.form.form is not None
    assert page.form.form.id == "ines"


def test_delete_takes_a_field_away_and_undo_brings_it_back(page: ScenesPage) -> None:
    before = page.document.scene
    page.document.select("ines")
    page.outline.setFocus()
    _press(page, Qt.Key.Key_Delete)
    assert "ines" not in ids(page)
    assert page.document.selection == ("tomas",)
    QTest.keyClick(page.outline, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.document.scene == before


def test_fields_move_by_keyboard(page: ScenesPage) -> None:
    page.document.select("tomas")
    page.outline.setFocus()
    _press(page, Qt.Key.Key_Up, alt=True)
    assert ids(page)[:3] == ["place", "tomas", "ines"]
    _press(page, Qt.Key.Key_Right, alt=True)
    assert [one.id for one in path_to(page.document.scene, "tomas")] == ["place", "tomas"]
    assert page.document.selection == ("tomas",)
    _press(page, Qt.Key.Key_Left, alt=True)
    assert ids(page)[:3] == ["place", "tomas", "ines"]


def test_f2_renames_a_field_in_its_place(page: ScenesPage, rest: Rest) -> None:
    page.document.select("ines")
    page.outline.setFocus()
    _press(page, Qt.Key.Key_F2)
    editor = page.outline.viewport().findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Ines"
    editor.setText("Inês")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    rest()
    assert page.document.scene.fields[1].title == "Inês"
    assert page.document.stack.undoText() == "Rename"


def test_fields_are_dragged_to_another_place(page: ScenesPage) -> None:
    model: OutlineModel = page.model
    data = model.mimeData([model.index_of("place")])
    top = model.index_of_scene(page.open_scene)
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, top)
    assert ids(page)[:3] == ["ines", "tomas", "place"]


def test_nothing_is_dragged_into_itself(page: ScenesPage) -> None:
    model, before = page.model, page.document.scene
    data = model.mimeData([model.index_of("place")])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, model.index_of("place"))
    assert page.document.scene is before


def test_copied_fields_are_pasted_into_another_scene(page: ScenesPage, rest: Rest) -> None:
    page.document.select("ines", "tomas")
    page.outline.setFocus()
    QTest.keyClick(page.outline, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    page.add(starters("en")["letter"])
    rest()
    before = len(ids(page))
    QTest.keyClick(page.outline, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    titles = [one.title for one in page.document.scene.fields]
    assert titles[before:] == ["Ines", "Tomas"]
    assert any(link.label for link in page.document.scene.links if link.source.startswith("role"))


def test_what_is_no_scene_is_not_pasted(page: ScenesPage, told: object) -> None:
    before = page.document.scene
    QApplication.clipboard().setText("a shopping list")
    page.acts.paste()
    assert page.document.scene is before
    assert [one.what for one in told.problems] == ["Nothing was pasted."]  # type: ignore[attr-defined]


def test_a_click_opens_another_scene_and_keeps_the_first(page: ScenesPage, rest: Rest) -> None:
    first = page.open_scene
    page.acts.add("goal")
    after = page.document.scene
    page.add(starters("en")["letter"])
    rest()
    place = page.outline.visualRect(page.model.index_of_scene(first)).center()
    QTest.mouseClick(page.outline.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    rest()
    assert page.open_scene == first
    assert page.document.scene == after
    assert find(page.document.scene, "goal-1") is not None
