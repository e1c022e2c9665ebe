"""The welcome page: two ways to begin, both by mouse and by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from engine.messages import LoadModel
from gui.context import Context
from gui.first_run.page import FirstRunPage
from gui.theme import apply
from tests.gui.accessibility import interpreting, nameless, out_of_reach, tab_order


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> FirstRunPage:
    made = FirstRunPage(context)
    qtbot.addWidget(made)
    made.resize(1208, 770)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.arrive(None)
    return made


@pytest.fixture
def asked(context: Context) -> list[tuple[str, object]]:
    made: list[tuple[str, object]] = []
    context.news.go.connect(lambda name, argument: made.append((name, argument)))
    return made


def test_each_way_leads_to_its_page(page: FirstRunPage, asked: list[tuple[str, object]]) -> None:
    for button in (page.talk, page.train, page.models):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == [("chat", "new"), ("voices", "new"), ("models", None)]


def test_whole_card_is_the_button(page: FirstRunPage, asked: list[tuple[str, object]]) -> None:
    title = next(one for one in page.train.findChildren(QLabel) if one.text() == "Train a voice")
    spot = title.mapTo(page, title.rect().center())
    target = page.childAt(spot)
    assert target is page.train
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=page.train.mapFrom(page, spot))
    assert asked == [("voices", "new")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_begins_at_once(
    page: FirstRunPage, asked: list[tuple[str, object]], key: Qt.Key
) -> None:
    assert page.talk.hasFocus()
    QTest.keyClick(page.talk, key)
    assert asked == [("chat", "new")]


def test_ring_is_shown_for_the_keyboard_only(page: FirstRunPage) -> None:
    fresh = page.talk.grab().toImage()
    QTest.keyClick(page, Qt.Key.Key_Tab)
    assert page.train.hasFocus()
    QTest.keyClick(page, Qt.Key.Key_Backtab)
    assert page.talk.grab().toImage() != fresh


def test_model_is_named_and_then_ready(page: FirstRunPage, context: Context, qtbot: QtBot) -> None:
    assert page.talk.foot.text() == "Fake-135M"
    context.bridge.submit(LoadModel(1))
    qtbot.waitUntil(lambda: page.talk.foot.text() == "Fake-135M, ready")


def test_starter_is_introduced_as_small_and_english(page: FirstRunPage) -> None:
    texts = [one.text() for one in page.findChildren(QLabel)]
    assert "Starter model: a small English model to try things with" in texts


def test_nothing_of_later_issues_is_drawn(page: FirstRunPage) -> None:
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    assert len(buttons) == 3


def test_page_can_be_used_without_eyes_or_mouse(page: FirstRunPage) -> None:
    assert not nameless(page)
    assert not out_of_reach(page)
    assert not interpreting(page)
    assert tab_order(page) == [page.talk, page.train, page.models]


def test_large_text_fits_the_smallest_window(page: FirstRunPage, qtbot: QtBot) -> None:
    apply.wear("light", 150, reduced_motion=True)
    fresh = FirstRunPage(page._context)
    qtbot.addWidget(fresh)
    fresh.resize(1024 - 108, 680 - 45)
    fresh.show()
    for card in (fresh.talk, fresh.train):
        texts = [one for one in card.findChildren(QLabel) if one.text()]
        bottoms = [one.y() + one.heightForWidth(one.width()) for one in texts[:-1]]
        assert max(bottoms) <= texts[-1].y() or not card.foot.text()
        inside = card.mapTo(fresh, card.rect().topRight()).x()
        assert inside < fresh.width()
