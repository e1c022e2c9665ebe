"""Blends in the gallery: what their cards say, and what can be done to them there."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from adapters.catalog import blends, trash, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Blend
from engine.messages import ModelChanged
from gui.chat.composer.blend_editor import BlendEditor
from gui.context import Context
from gui.voices import sentences
from gui.voices.card import CardPart
from gui.voices.edit_popover import EditPopover
from gui.voices.page import VoicesPage
from tests.gui.accessibility import interpreting, nameless, out_of_reach
from tests.gui.conftest import Told
from tests.gui.voices.conftest import MakeVoice, Open, Settle, shown
from tests.gui.voices.test_menus import choose, menu_of


@pytest.fixture
def evening(catalog: Catalog, make_voice: MakeVoice) -> Blend:
    anna, boris = make_voice("Anna", "plum"), make_voice("Boris", "olive")
    return blends.add(catalog, "Evening", [(anna.id, 0.8), (boris.id, 1.25)])


@pytest.fixture
def page(evening: Blend, open_page: Open, settle: Settle) -> VoicesPage:
    """With the blend chosen."""
    page = open_page()
    page.select(("blend", evening.id))
    settle()
    return page


def test_a_card_shows_the_parts_with_their_strengths(page: VoicesPage) -> None:
    card = page.list.grid.current()
    assert card is not None
    assert card.parts == (CardPart("Anna", "plum", 0.8), CardPart("Boris", "olive", 1.25))
    assert card.colour == "olive"  # of the loudest
    assert sentences.spoken(card) == (
        "Evening, 2 voices speak as one, Anna 0.8, Boris 1.25, not used yet"
    )
    assert page.list.count.text().startswith("2 voices")  # a blend is none, and takes no room
    page.list.search.setText("boris")
    assert sorted(shown(page)) == ["Boris", "Evening"]
    assert not page.grab().isNull()


def test_its_page_names_the_voices_and_leads_to_a_talk(
    page: VoicesPage, evening: Blend, context: Context
) -> None:
    went: list[tuple[str, object]] = []
    context.news.go.connect(lambda name, argument: went.append((name, argument)))
    pane = page.detail.blend
    assert pane.isVisible()
    assert pane.head.name() == "Evening"
    assert nameless(page) == []
    assert out_of_reach(page) == []
    assert interpreting(page) == []
    pane.talk.click()
    choose(menu_of(page, "Evening"), "Talk with this blend")
    assert went == [("chat", ("blend", evening.id))] * 2


def test_it_is_renamed_by_its_menu(page: VoicesPage, catalog: Catalog, qtbot: QtBot) -> None:
    blends.add(catalog, "Winter", [(voices.everything(catalog)[0].id, 1.0)])
    choose(menu_of(page, "Evening"), "Rename")
    popover = page.window().findChild(EditPopover)
    popover.findChild(QLineEdit).setText("winter")
    popover.button.click()
    qtbot.waitUntil(popover.complaint.isVisible)
    assert "Another blend is named “winter” already." in popover.complaint.text()
    popover.field.setText("Night")
    popover.button.click()
    qtbot.waitUntil(lambda: "Night" in shown(page))
    assert page.detail.blend.head.name() == "Night"


def test_its_strengths_are_changed_where_it_is_listed(
    page: VoicesPage, catalog: Catalog, evening: Blend, qtbot: QtBot
) -> None:
    page.detail.blend.edit.click()
    qtbot.waitUntil(lambda: page.window().findChild(BlendEditor) is not None)
    editor = page.window().findChild(BlendEditor)
    editor.parts[0].slider.setValue(30)
    editor.save_button.click()
    qtbot.waitUntil(lambda: blends.get(catalog, evening.id).parts[0].strength == 0.3)
    qtbot.waitUntil(lambda: page.detail.card.parts[0].strength == 0.3)  # type: ignore[union-attr]


@pytest.mark.parametrize("by_key", [True, False])
def test_it_is_deleted_and_comes_back(
    page: VoicesPage, catalog: Catalog, told: Told, qtbot: QtBot, by_key: bool
) -> None:
    if by_key:
        QTest.keyClick(page.list.grid, Qt.Key.Key_Delete)
    else:
        choose(menu_of(page, "Evening"), "Delete")
    qtbot.waitUntil(lambda: "Evening" not in shown(page))
    assert trash.contents(catalog).blends == 1
    assert told.toasts[-1].undo is not None
    told.toasts[-1].undo()
    qtbot.waitUntil(lambda: "Evening" in shown(page))


def test_without_one_of_its_voices_it_says_so(
    page: VoicesPage, catalog: Catalog, context: Context, settle: Settle
) -> None:
    boris = voices.by_name(catalog, "Boris")
    assert boris is not None
    voices.trash(catalog, boris.id)
    context.news.voices.emit()
    settle()
    settle()
    card = page.list.grid.current()
    assert card is not None
    assert card.missing == ("Boris",)
    assert sentences.about_blend(card) == "cannot speak, Boris deleted"
    assert page.detail.blend.head.chip_text() == "Incomplete"
    assert not page.detail.blend.talk.isEnabled()
    menu = page.detail.blend.menu
    page.detail.blend.menu_wanted.emit(menu.mapToGlobal(QPoint(0, 0)))
    assert not page.grab().isNull()


def test_for_another_model_it_cannot_speak_now(
    page: VoicesPage, context: Context, settle: Settle
) -> None:
    context.bridge.model = ModelChanged(9, "Other", "0" * 64, 2048)
    page.board._tell()
    settle()
    assert not page.detail.blend.talk.isEnabled()
    assert page.detail.blend.about.text() == "for Fake-135M, not loaded"
