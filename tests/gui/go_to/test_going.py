"""Where a line of Ctrl+K leads, from the keyboard and by a click."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from adapters.catalog import scenes
from adapters.catalog.database import Catalog
from gui import background
from gui.go_to import card as card_module
from gui.go_to import goals
from gui.keys_card import KeysCard
from gui.window import Window
from tests.gui.go_to.conftest import (
    Open,
    add_voice,
    lines,
    settle,
    talk,
    write,
)


@pytest.mark.parametrize(
    ("words", "arrived"),
    [
        ("settings", ("settings", None)),
        ("new voi", ("voices", "new")),
        ("new conv", ("chat", "new")),
        ("fake-135", ("models", ("model", 1))),
    ],
)
def test_enter_goes_to_pages_and_actions(
    press: Open, seen: list[tuple[str, object]], words: str, arrived: tuple[str, object]
) -> None:
    card = press()
    write(card, words)
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert seen == [arrived]


def test_enter_goes_to_the_line_that_was_moved_to(
    catalog: Catalog, press: Open, seen: list[tuple[str, object]]
) -> None:
    voice = add_voice(catalog, "Garden")
    number, _ = talk(catalog, "Garden in May")
    for moves, arrived in (
        ((), ("voices", ("voice", voice))),
        ((Qt.Key.Key_Down,), ("chat", ("conversation", number))),
        ((Qt.Key.Key_Down, Qt.Key.Key_Up), ("voices", ("voice", voice))),
    ):
        card = press()
        write(card, "garden")
        for key in moves:
            QTest.keyClick(card.field, key)
        QTest.keyClick(card.field, Qt.Key.Key_Return)
        assert seen.pop() == arrived
        assert not card.isVisible()


def test_words_of_a_message_lead_to_it(
    catalog: Catalog, press: Open, seen: list[tuple[str, object]]
) -> None:
    number, message = talk(catalog, "Weather", "Sun", "The frost came early")
    card = press()
    write(card, "frost")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert seen == [("chat", ("conversation", number, message))]


def test_a_click_goes_to_a_voice(
    catalog: Catalog, press: Open, seen: list[tuple[str, object]]
) -> None:
    voice = add_voice(catalog, "Garden")
    card = press()
    write(card, "garden")
    place = card.list.visualRect(card.rows.index(0)).center()
    QTest.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert seen == [("voices", ("voice", voice))]


def test_the_list_of_keys_is_no_page(
    press: Open, window: Window, seen: list[tuple[str, object]]
) -> None:
    card = press()
    write(card, "keyboard")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert window.findChild(KeysCard) is not None
    assert seen == []


def test_a_late_answer_to_older_words_is_dropped(
    catalog: Catalog, press: Open, held: list[Callable[[], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    talk(catalog, "Apples")
    talk(catalog, "Pears")
    real, begun = goals.find, []

    def find(catalog: Catalog, words: str) -> list[goals.Goal]:
        begun.append(words)
        return real(catalog, words)

    card = press()
    monkeypatch.setattr(goals, "find", find)
    card.field.setText("apples")
    card.field.setText("pears")
    for answer in reversed(held[-2:]):
        answer()
    assert lines(card) == ["Pears, conversation"]
    assert begun == ["pears"]  # the older one waited, and nobody waits for it any more


def test_an_answer_on_its_way_while_more_is_typed_is_dropped(
    catalog: Catalog, press: Open
) -> None:
    talk(catalog, "Apples")
    talk(catalog, "Pears")
    card = press()
    card.field.setText("apples")
    assert background.finish(5000)  # read, and not delivered yet
    card.field.setText("pears")
    settle()
    assert lines(card) == ["Pears, conversation"]


def test_enter_waits_for_what_was_typed(
    catalog: Catalog, press: Open, held: list[Callable[[], None]], seen: list[tuple[str, object]]
) -> None:
    number, _ = talk(catalog, "Garden")
    card = press()
    held[-1]()
    QTest.keyClicks(card.field, "garden")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert seen == []  # the list is still that of no words: its first line is no answer
    held[-1]()
    assert seen == [("chat", ("conversation", number))]


def test_enter_is_forgotten_when_more_is_typed(
    catalog: Catalog, press: Open, held: list[Callable[[], None]], seen: list[tuple[str, object]]
) -> None:
    talk(catalog, "Garden")
    card = press()
    QTest.keyClicks(card.field, "gar")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    QTest.keyClicks(card.field, "d")
    held[-1]()
    assert seen == []
    assert card.isVisible()


def test_a_line_moved_to_before_the_conversations_came_stays_chosen(
    press: Open, held: list[Callable[[], None]]
) -> None:
    card = press()
    QTest.keyClick(card.field, Qt.Key.Key_Down)
    held[-1]()
    assert card.list.currentIndex().row() == 1


def test_the_list_follows_the_chosen_line(catalog: Catalog, press: Open) -> None:
    for number in range(goals.NEWEST):
        talk(catalog, f"Talk {number}")
    card = press()
    last = card.rows.index(card.rows.rowCount() - 1)
    view = card.list.viewport().rect()
    assert not view.contains(card.list.visualRect(last))
    for _ in range(card.rows.rowCount() + 3):
        QTest.keyClick(card.field, Qt.Key.Key_Down)
    assert card.list.currentIndex() == last
    assert view.contains(card.list.visualRect(last))
    assert card.field.hasFocus()


def test_a_screen_reader_hears_the_chosen_line(
    catalog: Catalog, press: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(card_module, "announce", lambda _, text: said.append(text))
    add_voice(catalog, "Garden")
    talk(catalog, "Garden in May")
    card = press()
    said.clear()
    card.field.setText("garden")
    settle()
    QTest.keyClick(card.field, Qt.Key.Key_Down)
    card.field.setText("zzzz")
    settle()
    assert said == ["Garden, voice", "Garden in May, conversation", "Nothing matches “zzzz”."]


def test_a_scene_is_gone_to_by_its_title(
    catalog: Catalog, press: Open, seen: list[tuple[str, object]]
) -> None:
    made = scenes.create(catalog, "The harbour", "{}")
    card = press()
    write(card, "harb")
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert seen == [("scenes", made.id)]
