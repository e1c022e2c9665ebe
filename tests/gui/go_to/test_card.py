"""The card of Ctrl+K: where it lies, and how it opens and closes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from adapters.catalog.database import Catalog
from gui.closing import ClosingCard
from gui.keys_card import KeysCard
from gui.window import Window
from tests.gui.go_to.conftest import (
    Open,
    open_card,
    settle,
    talk,
    write,
)


@pytest.mark.parametrize("words", ["", "x"])
def test_escape_closes_and_the_focus_returns(press: Open, window: Window, words: str) -> None:
    window.rail.button("models").setFocus()
    card = press()
    write(card, words)
    QTest.keyClick(card.field, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert window.rail.button("models").hasFocus()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 680), (640, 480)])
def test_it_lies_inside_of_the_window(press: Open, window: Window, size: tuple[int, int]) -> None:
    window.resize(*size)
    assert window.rect().contains(press().geometry())


def test_it_follows_the_window_that_is_made_smaller(press: Open, window: Window) -> None:
    window.resize(2000, 1200)
    card = press()
    window.resize(1024, 680)
    settle()
    assert window.rect().contains(card.geometry())
    assert abs(card.geometry().center().x() - window.rect().center().x()) <= 1


def test_it_is_no_higher_than_what_is_found(catalog: Catalog, press: Open) -> None:
    talk(catalog, "Garden")
    card = press()
    top, tall = card.y(), card.height()
    write(card, "garden")
    assert card.y() == top
    assert card.height() < tall / 2


def test_the_same_key_closes_it_and_opens_it_again(press: Open, window: Window) -> None:
    press()
    QTest.keySequence(window, QKeySequence("Ctrl+K"))
    assert open_card(window) is None
    QTest.keySequence(window, QKeySequence("Ctrl+K"))
    assert open_card(window) is not None


def test_another_card_does_not_stay_over_the_page(press: Open, window: Window) -> None:
    window.show_keys()
    press()
    assert [card for card in window.findChildren(KeysCard) if card.isVisible()] == []


def test_it_does_not_cover_the_question_before_closing(window: Window) -> None:
    window._ask_before_closing()
    QTest.keySequence(window, QKeySequence("Ctrl+K"))
    assert open_card(window) is None
    assert window.findChild(ClosingCard) is not None
