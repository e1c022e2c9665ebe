"""Closing the window: what is saved, and the question while a voice is trained."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from engine.places import Places
from gui.context import Context
from gui.window import Window
from tests.gui.accessibility import nameless
from tests.gui.window.conftest import begin_training, note


def test_closing_saves_the_pages_and_the_geometry(
    window: Window, qtbot: QtBot, context: Context, places: Places
) -> None:
    page = note(window, "chat")
    window.showMaximized()
    assert window.close()
    assert page.saved == 1
    again = Window(context.bridge, context.notices, places)
    qtbot.addWidget(again)
    assert again.isMaximized()


def test_damaged_geometry_is_ignored(qtbot: QtBot, context: Context, places: Places) -> None:
    first = Window(context.bridge, context.notices, places)
    (places.data / "window").write_bytes(b"\xff not base64 \x00")
    again = Window(context.bridge, context.notices, places)
    for made in (first, again):
        qtbot.addWidget(made)
    assert again.size() == first.size()


def test_closing_asks_while_a_voice_is_trained(
    window: Window, context: Context, qtbot: QtBot
) -> None:
    job = begin_training(qtbot, context)
    assert not window.close()
    assert window.isVisible()
    card = window._closing
    assert card is not None
    assert not nameless(card)
    assert QApplication.focusWidget() is not None
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window._closing is None
    assert job in context.bridge.training
    context.bridge.cancel(job)


def test_pause_and_close_closes(window: Window, context: Context, qtbot: QtBot) -> None:
    job = begin_training(qtbot, context)
    window.close()
    card = window._closing
    assert card is not None
    pause = next(b for b in card.findChildren(QPushButton) if b.text().startswith("Pause"))
    pause.click()
    assert not window.isVisible()
    context.bridge.cancel(job)


def test_training_that_ends_meanwhile_leaves_the_answer_open(
    window: Window, context: Context, qtbot: QtBot
) -> None:
    job = begin_training(qtbot, context)
    window.close()
    context.bridge.cancel(job)
    qtbot.waitUntil(lambda: not context.bridge.training)
    assert window.close()


def test_card_covers_the_window(window: Window, context: Context, qtbot: QtBot) -> None:
    job = begin_training(qtbot, context)
    window.close()
    card = window._closing
    assert isinstance(card, QWidget)
    assert card.geometry() == window.rect()
    under = window.childAt(window.rail.geometry().center())
    assert under is card or card.isAncestorOf(under)
    context.bridge.cancel(job)
