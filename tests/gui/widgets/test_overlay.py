"""Toasts and problems over the page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.notices import Notices, Problem
from gui.overlay import MOST_PROBLEMS, MOST_TOASTS, Overlay
from gui.widgets.error_card import ErrorCard
from tests.gui.accessibility import nameless
from tests.gui.widgets.conftest import shown


@pytest.fixture
def area(qtbot: QtBot) -> QWidget:
    return shown(qtbot, QWidget(), 900, 600)


def test_undo_takes_back_once(area: QWidget, notices: Notices) -> None:
    overlay = Overlay(area, notices)
    taken: list[str] = []
    notices.toast("Conversation deleted", lambda: taken.append("back"))
    (toast,) = overlay.toasts()
    assert toast.button is not None
    QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert taken == ["back"]
    assert not overlay.toasts()


def test_toast_without_undo_has_no_button(area: QWidget, notices: Notices) -> None:
    overlay = Overlay(area, notices)
    notices.toast("Copied")
    (toast,) = overlay.toasts()
    assert toast.button is None
    assert not nameless(toast)


def test_toasts_go_by_themselves(
    area: QWidget, notices: Notices, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("gui.widgets.toast.SHOWN_MS", 10)
    QCursor.setPos(area.mapToGlobal(QPoint(890, 5)))  # a toast under the pointer stays
    overlay = Overlay(area, notices)
    notices.toast("Copied")
    qtbot.waitUntil(lambda: not overlay.toasts())


def test_old_toasts_make_room(area: QWidget, notices: Notices) -> None:
    overlay = Overlay(area, notices)
    for number in range(MOST_TOASTS + 2):
        notices.toast(f"Toast {number}")
    shown_now = [toast.accessibleName() for toast in overlay.toasts()]
    assert shown_now == ["Toast 2", "Toast 3", "Toast 4"]


def test_toasts_stand_above_each_other_inside_of_the_window(
    area: QWidget, notices: Notices
) -> None:
    overlay = Overlay(area, notices)
    for number in range(MOST_TOASTS):
        notices.toast(f"Toast {number} " + "long " * 80)
    boxes = [toast.geometry() for toast in overlay.toasts()]
    assert all(area.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_problem_shows_what_why_and_what_to_do(area: QWidget, notices: Notices) -> None:
    overlay = Overlay(area, notices)
    overlay.add_problem(Problem("It broke.", "It was old.", "Take another.", "line 3"))
    (card,) = overlay.problems()
    texts = " ".join(one.text() for one in card.findChildren(QLabel))
    assert "It broke." in texts
    assert "It was old. Take another." in texts
    assert not nameless(card)
    details = card.findChild(QPlainTextEdit)
    assert not details.isVisible()
    more = next(b for b in card.findChildren(QPushButton) if b.text() == "Show details")
    more.click()
    assert details.isVisible()
    assert details.toPlainText() == "line 3"
    more.click()
    assert not details.isVisible()


def test_the_same_problem_again_is_counted_on_its_card(area: QWidget, notices: Notices) -> None:
    overlay = Overlay(area, notices)
    disk = Problem("Not saved.", "The disk is full.", "Make room.")
    overlay.add_problem(disk)
    once = overlay.problems()[0].height()
    for _ in range(49):
        overlay.add_problem(Problem("Not saved.", "The disk is full.", "Make room.", "line 9"))
    (card,) = overlay.problems()
    assert card.accessibleName().endswith("Make room. This has happened 50 times.")
    assert card.height() > once
    overlay.add_problem(Problem("Not saved.", "The disk is gone.", "Plug it in."))
    assert len(overlay.problems()) == 2
    overlay.add_problem(disk)
    assert overlay.problems()[-1] is card  # Esc closes what came last


def test_the_oldest_problems_make_room(area: QWidget, notices: Notices) -> None:
    overlay = Overlay(area, notices)
    for number in range(MOST_PROBLEMS + 20):
        overlay.add_problem(Problem(f"Problem {number}.", "It was old.", "Take another."))
    cards = overlay.problems()
    assert [card.problem.what for card in cards] == ["Problem 20.", "Problem 21.", "Problem 22."]
    assert all(area.rect().contains(card.geometry()) for card in cards)
    assert [c for c in area.findChildren(ErrorCard) if c.isVisible()] == cards


def test_problem_without_details_has_no_button_for_them(qtbot: QtBot) -> None:
    card = ErrorCard(Problem("It broke.", "It was old.", "Take another."))
    shown(qtbot, card)
    assert not [b for b in card.findChildren(QPushButton) if b.isVisible()]


def test_escape_closes_problems_before_toasts(area: QWidget, notices: Notices) -> None:
    overlay = Overlay(area, notices)
    notices.toast("Copied")
    overlay.add_problem(Problem("a", "b", "c"))
    assert overlay.close_newest()
    assert not overlay.problems()
    assert overlay.toasts()
    assert overlay.close_newest()
    assert not overlay.close_newest()
