"""Instruction, links, copying, and what a screen reader and the keyboard find."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from adapters.catalog import conversations
from adapters.catalog.database import Catalog
from gui.chat import announce as announcing
from gui.chat import thread_pane
from gui.chat.instruction_card import InstructionCard
from gui.chat.link_card import LinkCard
from tests.fakes import WORDS
from tests.gui import accessibility
from tests.gui.chat.conftest import Desk
from tests.gui.conftest import Told

ADDRESS = "https://example.org/some/long/path?with=query"


def test_the_instruction_can_be_edited(desk: Desk, catalog: Catalog) -> None:
    desk.open()
    desk.page.header.instruction.click()
    card = desk.page.window().findChildren(InstructionCard)[-1]
    assert card.field.toPlainText()
    card.field.setPlainText("Answer in rhyme.")
    card.keep.click()
    desk.rest()
    now = desk.page.talk.conversation_id()
    assert now is not None
    assert conversations.get(catalog, now).instruction == "Answer in rhyme."


def test_a_link_is_opened_only_after_asking(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("gui.chat.page_hands.open_address", opened.append)
    desk.engine.words = (f"Look [here]({ADDRESS}).",)
    desk.open()
    desk.say("A link, please")
    desk.reply().body.link_chosen.emit(ADDRESS)
    card = desk.page.window().findChildren(LinkCard)[-1]
    assert opened == []
    shown = "".join(label.text() for label in card.findChildren(QWidget) if hasattr(label, "text"))
    assert ADDRESS in shown.replace("\n", "")
    assert card.first_focus() is card.cancel  # Enter by accident opens nothing
    card.open.click()
    assert opened == [ADDRESS]


def test_an_address_can_be_copied_instead(desk: Desk) -> None:
    desk.engine.words = (f"Look [here]({ADDRESS}).",)
    desk.open()
    desk.say("A link, please")
    desk.reply().body.link_chosen.emit(ADDRESS)
    desk.page.window().findChildren(LinkCard)[-1].copy.click()
    assert QGuiApplication.clipboard().text() == ADDRESS


def test_links_are_reached_by_tab(desk: Desk) -> None:
    desk.engine.words = (f"Look [here]({ADDRESS}).",)
    desk.open()
    desk.say("A link, please")
    item = desk.reply()
    item.setFocus(Qt.FocusReason.TabFocusReason)
    view = item.body.stops()[0]
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
    desk.qtbot.keyClick(item, Qt.Key.Key_Tab)
    assert view.hasFocus()
    desk.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert desk.page.window().findChildren(LinkCard)


def test_all_is_copied_as_markdown(desk: Desk, told: Told) -> None:
    desk.open()
    desk.say("How late?")
    now = desk.page.talk.conversation_id()
    assert now is not None
    desk.page.acts.rename(now, "Frost")
    desk.rest()
    desk.page.header.copy_wanted.emit()
    said = "".join(WORDS)
    expected = f"# Frost\n\n**You:**\n\nHow late?\n\n**Fake-135M:**\n\n{said}\n"
    assert QGuiApplication.clipboard().text() == expected
    assert told.toasts[-1].text == "Copied as Markdown"


def test_a_finished_reply_is_announced_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(thread_pane, "announce", lambda _, text: said.append(text))
    desk.open()
    desk.say("Hello")
    assert said == ["Fake-135M: " + "".join(WORDS)]
    desk.engine.pause = 0.05
    desk.send("Stopped ones are not")
    desk.wait(lambda: (live := desk.page.talk.live()) is not None and live.text)
    desk.page.acts.stop()
    desk.rest()
    assert len(said) == 1


def test_an_announcement_reaches_qt(desk: Desk) -> None:
    announcing.announce(desk.page, "words " * 10_000)


def test_everything_has_a_name_and_shows_plain_text(desk: Desk) -> None:
    desk.engine.words = ("Text\n\n```python\nx = 1\n```\n",)
    desk.open()
    desk.say("Code?")
    desk.reply().setFocus(Qt.FocusReason.TabFocusReason)
    assert accessibility.nameless(desk.page) == []
    assert accessibility.interpreting(desk.page) == []


def test_what_tab_does_not_reach_by_itself_is_reached_in_its_message(desk: Desk) -> None:
    desk.open()
    desk.say("Keys?")
    item = desk.reply()
    item.setFocus(Qt.FocusReason.TabFocusReason)
    view = desk.page.messages.view
    outside = [
        widget
        for widget in accessibility.controls(desk.page)
        if widget.isEnabled()
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not view.isAncestorOf(widget)
    ]
    assert outside == []
    buttons = {item.foot.copy, item.foot.again, item.foot.voice}
    assert buttons <= set(item.stops())


def test_an_empty_conversation_says_what_to_do(desk: Desk) -> None:
    desk.open()
    assert desk.page.messages.currentWidget() is desk.page.messages.empty
    desk.page.messages.empty.write.click()
    assert desk.page.composer.field.hasFocus()


def test_a_narrow_window_hides_the_list(desk: Desk, add_thread: Callable[..., int]) -> None:
    add_thread(2)
    desk.open()
    desk.page.narrow(True)
    assert not desk.page.list.isVisible()
    desk.page.header.list_button.click()
    assert desk.page.list.isVisible()
    desk.page.narrow(False)
    assert desk.page.list.isVisible()
    assert not desk.page.header.list_button.isVisible()
