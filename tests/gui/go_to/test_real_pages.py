"""Where Ctrl+K leads with the real pages: what was chosen is on screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adapters.catalog import conversations, messages
from adapters.catalog.database import Catalog
from engine.places import Places
from gui import background
from gui.chat.page import ChatPage
from gui.context import Context
from gui.go_to.card import GoToCard
from gui.voices.page import VoicesPage
from gui.window import Window
from tests.gui.go_to.conftest import add_voice, talk


@pytest.fixture
def window(qtbot: QtBot, context: Context, places: Places) -> Window:
    made = Window(context.bridge, context.notices, places)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open(context, "settings")
    return made


def go(window: Window, words: str) -> None:
    """From the keyboard, without waiting for the list."""
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    card = window.findChild(GoToCard)
    assert isinstance(card, GoToCard)
    QTest.keyClicks(card.field, words)
    QTest.keyClick(card.field, Qt.Key.Key_Return)


def test_a_message_on_another_branch_is_shown(
    catalog: Catalog, window: Window, qtbot: QtBot
) -> None:
    number, first = talk(catalog, "Weather", "Hello")
    hidden = messages.add(catalog, number, None, "owner", "The frost came early").id
    conversations.set_leaf(catalog, number, first)
    go(window, "frost")
    qtbot.waitUntil(lambda: window.current() == "chat")
    page = window.page("chat")
    assert isinstance(page, ChatPage)

    def shows() -> bool:
        background.finish(1000)
        loaded = page.talk.loaded
        return loaded is not None and hidden in [one.id for one in loaded.messages]

    qtbot.waitUntil(shows)
    assert page.talk.conversation_id() == number


def test_a_voice_is_the_current_card(catalog: Catalog, window: Window, qtbot: QtBot) -> None:
    add_voice(catalog, "Garden")
    voice = add_voice(catalog, "Letters")
    add_voice(catalog, "Workbench")
    go(window, "letters")
    qtbot.waitUntil(lambda: window.current() == "voices")
    page = window.page("voices")
    assert isinstance(page, VoicesPage)
    qtbot.waitUntil(lambda: page.place() == ("voice", voice))
