"""The form writes into the document, and shows what the document has become."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.scene.fields import TYPES
from engine.scene.fields.role import Role
from engine.scene.model import Field, find
from gui.scenes.forms.field_form import FieldForm
from gui.scenes.forms.registry import FORMS
from gui.scenes.forms.relations import RelationsRow
from gui.scenes.forms.rows import LineRow, TextRow
from gui.scenes.forms.when import WhenRow
from gui.scenes.looks import ICONS
from gui.scenes.page import ScenesPage


def _form(page: ScenesPage, id: str) -> FieldForm:
    page.document.select(id)
    assert page.form.form is not None
    return page.form.form


def _row(form: FieldForm, kind: type, number: int = 0):  # type: ignore[no-untyped-def]
    return [one for one in form.rows if type(one) is kind][number]


def _field(page: ScenesPage, id: str) -> Field:
    found = find(page.document.scene, id)
    assert found is not None
    return found


def test_every_type_has_a_form_and_a_sign() -> None:
    assert FORMS.keys() == TYPES.keys() == ICONS.keys()


@pytest.mark.parametrize("type", sorted(TYPES))
def test_a_new_field_of_each_type_can_be_filled_in(page: ScenesPage, type: str) -> None:
    page.acts.add(type)
    form = page.form.form
    assert form is not None
    assert form.type == type
    _row(form, LineRow).edit.setFocus()
    QTest.keyClicks(_row(form, LineRow).edit, "So")
    assert _field(page, form.id).title == "So"


def test_typing_is_one_step_and_undone_with_ctrl_z_in_the_text(page: ScenesPage) -> None:
    before = page.document.scene
    edit = _row(_form(page, "ines"), TextRow, 1).edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "To sleep")
    role = _field(page, "ines").data
    assert isinstance(role, Role)
    assert role.wants == "To sleep"
    assert page.document.stack.count() == 1
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.document.scene == before
    assert edit.toPlainText() == _field(page, "ines").data.wants  # type: ignore[attr-defined]


def test_when_asks_for_words_only_when_mentioned(page: ScenesPage, qtbot: QtBot) -> None:
    row: WhenRow = _row(_form(page, "goal"), WhenRow)
    assert not row.words.isVisible()
    row.mode.setCurrentIndex(1)
    row.mode.activated.emit(1)
    assert row.words.isVisible()
    row.words.edit.setPlainText("boat\npier*")
    row.alike.setValue(40)
    row.stays.setValue(3)
    row.chance.setValue(50)
    row.priority.setValue(7)
    field = _field(page, "goal")
    assert (field.when.mode, field.when.words) == ("mentioned", ("boat", "pier*"))
    assert (field.when.alike, field.when.stays, field.when.probability) == (0.4, 3, 0.5)
    assert field.priority == 7
    row.mode.activated.emit(2)
    assert not row.chance.isVisible()
    qtbot.waitUntil(lambda: page.counts.of("goal") is None)


def test_relations_are_added_named_and_taken_away(page: ScenesPage) -> None:
    row: RelationsRow = _row(_form(page, "goal"), RelationsRow)
    assert not row.cards
    row.add("mood")
    QTest.keyClicks(row.cards[0].label, "colours")
    made = next(link for link in page.document.scene.links if link.source == "goal")
    assert (made.target, made.label) == ("mood", "colours")
    row.cards[0].drop.click()
    assert not row.cards
    assert not [link for link in page.document.scene.links if link.source == "goal"]


def test_without_a_choice_the_form_is_that_of_the_scene(page: ScenesPage) -> None:
    page.document.select()
    form = page.form.scene_form
    assert form.isVisible()
    form.title.setFocus()
    form.title.selectAll()
    QTest.keyClicks(form.title, "Pier")
    assert page.document.scene.title == "Pier"
    assert page.shelf.entries()[0].title == "Pier"
    assert page.header.title.text() == "Pier"
