"""Every key of the window, and the ways of Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.context import Context
from gui.keys_card import KeysCard
from gui.shortcuts import KEYS, explained
from gui.window import Window
from tests.gui.accessibility import interpreting, nameless, out_of_reach
from tests.gui.window.conftest import begin_training, note


@pytest.mark.parametrize("key", [key for key in KEYS if key.action != "escape"])
def test_every_key_does_what_the_list_says(window: Window, key: object) -> None:
    window.go("models")
    QTest.keySequence(window, QKeySequence(key.keys))
    page = key.page or "models"
    assert window.current() == page
    if key.action is not None:
        assert note(window, page).acted == [key.action]


def test_escape_closes_a_toast_before_it_reaches_the_page(
    window: Window, context: Context
) -> None:
    window.go("chat")
    context.notices.toast("Copied")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.overlay.toasts()
    assert note(window, "chat").acted == []
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert note(window, "chat").acted == ["escape"]


def test_f1_lists_every_key(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    card = window.findChild(KeysCard)
    assert card is not None
    assert window.rect().contains(card.geometry())
    said = " ".join(one.text() for one in card.findChildren(QLabel))
    for key in KEYS:
        if key.keys not in ("Ctrl+2", "Ctrl+3", "Ctrl+4"):  # told as "Ctrl+1 … 4"
            assert key.keys in said
    assert not nameless(card)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_no_key_is_given_twice() -> None:
    assert len({key.keys for key in KEYS}) == len(KEYS)
    assert len({keys for keys, _ in explained()}) == len(explained())


def test_window_can_be_used_without_eyes_or_mouse(window: Window) -> None:
    assert not nameless(window)
    assert not out_of_reach(window)
    assert not interpreting(window)


def test_tab_goes_from_rail_to_page_to_status_and_round(window: Window) -> None:
    window.go("voices")  # made long after the status bar
    window.rail.button("voices").setFocus(Qt.FocusReason.TabFocusReason)
    visited = [window.rail.button("voices")]
    field = QLineEdit(note(window, "voices"))
    field.show()
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert visited[1:] == [field, window.status.meter, visited[0]]
    QTest.keyClick(visited[0], Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is window.status.meter


def test_tab_stays_in_a_card_over_the_window(
    window: Window, context: Context, qtbot: QtBot
) -> None:
    job = begin_training(qtbot, context)
    window.close()
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert window._closing.isAncestorOf(QApplication.focusWidget())
    context.bridge.cancel(job)


def test_arrows_move_in_the_rail(window: Window) -> None:
    chat = window.rail.button("chat")
    chat.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chat, Qt.Key.Key_Down)
    assert window.current() == "voices"
