"""Send, stream, stop, answer again, another voice, edit and resend, versions, problems."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from adapters.catalog import conversations, messages
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from adapters.wording import phrase
from engine.messages import Preparing, Reply
from gui.chat.thread.entries import LiveEntry
from gui.chat.thread.owner import OwnerItem
from gui.chat.thread.problem import ProblemItem
from gui.chat.thread.reply import ReplyItem
from tests.fakes import WORDS, user_error
from tests.gui.chat.conftest import AddVoice, Desk
from tests.gui.conftest import Told

SAID = "".join(WORDS)


def asked(desk: Desk) -> list[Reply]:
    return [command for command in desk.engine.handled if isinstance(command, Reply)]


def test_a_message_is_answered(desk: Desk) -> None:
    desk.open()
    desk.say("How late can frost be?")
    assert [(m.author, m.text) for m in desk.thread()] == [
        ("owner", "How late can frost be?"),
        ("assistant", SAID),
    ]
    owner, reply = desk.items()
    assert isinstance(owner, OwnerItem)
    assert isinstance(reply, ReplyItem)
    assert reply.text() == SAID
    assert "tokens/s" in reply.foot.text()
    assert desk.page.composer.text() == ""


def test_the_message_is_safe_before_the_engine_is_asked(desk: Desk) -> None:
    desk.open()
    desk.say("Safe?")
    assert asked(desk)[0].message == desk.thread()[0].id


def test_text_appears_while_it_is_written(desk: Desk) -> None:
    desk.engine.pause = 0.05
    desk.open()
    desk.send("Slowly, please")
    seen: set[str] = set()

    def growing() -> bool:
        shown = [item for item in desk.items() if isinstance(item, ReplyItem)]
        parts = [part.toPlainText() for item in shown for part in item.body.findChildren(
            type(item.body._tail)) if item.body._tail is not None]  # fmt: skip
        seen.update(part for part in parts if part)
        return len(seen) >= 3

    desk.wait(growing)
    assert all(SAID.startswith(part) for part in seen)
    assert desk.page.composer.send.stops
    desk.rest()
    assert not desk.page.composer.send.stops


def test_the_same_widget_becomes_the_stored_reply(desk: Desk) -> None:
    desk.engine.pause = 0.03
    desk.open()
    desk.send("Stay")
    desk.wait(lambda: any(isinstance(item, ReplyItem) for item in desk.items()))
    item, body = desk.reply(), desk.reply().body
    desk.rest()
    assert desk.reply() is item
    assert item.body is body
    assert item.message() is not None


def test_stop_keeps_what_was_said(desk: Desk) -> None:
    desk.engine.pause = 0.05
    desk.open()
    desk.send("Talk long")
    desk.wait(lambda: (live := desk.page.talk.live()) is not None and live.text)
    assert desk.page.act("escape")
    desk.rest()
    kept = desk.thread()[-1]
    assert kept.stop == "owner"
    assert kept.text
    assert SAID.startswith(kept.text)
    assert kept.text != SAID
    assert "stopped" in desk.reply().foot.text()
    assert not desk.page.act("escape")


def test_the_stop_button_stops(desk: Desk) -> None:
    desk.engine.pause = 0.05
    desk.open()
    desk.send("Talk long")
    desk.wait(lambda: desk.page.composer.send.stops and len(desk.thread()) == 2)
    desk.page.composer.send.click()
    desk.rest()
    assert desk.thread()[-1].stop == "owner"


def test_what_is_typed_meanwhile_stays(desk: Desk) -> None:
    desk.engine.pause = 0.05
    desk.open()
    desk.send("First")
    desk.wait(lambda: desk.page.talk.live() is not None)
    desk.page.composer.field.setPlainText("Second")
    desk.page.composer.field.sent.emit()  # Enter, while the reply is being written
    desk.rest()
    assert desk.page.composer.text() == "Second"
    assert [m.text for m in desk.thread()] == ["First", SAID]


def test_answer_again_is_a_version_beside(desk: Desk, add_voice: AddVoice) -> None:
    voice = add_voice("Anna")
    desk.open()
    desk.page.acts.choose_voice(voice, 0.8)
    desk.say("Again?")
    first = desk.thread()[-1]
    desk.reply().foot.again.click()
    desk.rest()
    second = desk.thread()[-1]
    assert second.parent == first.parent
    assert second.id != first.id
    assert (asked(desk)[-1].voice, asked(desk)[-1].strength) == (voice.id, 0.8)
    assert desk.reply().foot.siblings.isVisible()
    assert desk.reply().foot.siblings.stops() == [desk.reply().foot.siblings.before]


def test_arrows_go_between_versions(desk: Desk) -> None:
    desk.open()
    desk.say("Versions")
    first = desk.thread()[-1]
    desk.reply().foot.again.click()
    desk.rest()
    desk.reply().foot.siblings.before.click()
    desk.rest()
    assert desk.thread()[-1].id == first.id
    shown = desk.reply().message()
    assert shown is not None
    assert shown.id == first.id


def test_another_voice_answers_instead(desk: Desk, add_voice: AddVoice) -> None:
    anna = add_voice("Anna", "olive")
    desk.open()
    desk.say("Who?")
    message = desk.reply().message()
    assert message is not None
    desk.page.acts.answer_with(message, anna)
    desk.rest()
    reply = desk.thread()[-1]
    assert (reply.voice, reply.voice_name, reply.colour) == (anna.id, "Anna", "olive")
    assert "Anna, strength 1.0" in desk.reply().foot.text()
    speakers = desk.page.header._shown
    assert speakers == (("Anna", "olive"),)


def test_edit_and_resend_branches(desk: Desk) -> None:
    desk.open()
    desk.say("Ferst frost?")
    desk.say("And the last?")
    owner = desk.items()[0]
    assert isinstance(owner, OwnerItem)
    owner.edit()
    assert owner.editor is not None
    owner.editor.field.setPlainText("First frost?")
    owner.editor.send.click()
    desk.wait(lambda: desk.page.talk.live() is not None)
    desk.rest()
    assert [m.text for m in desk.thread()] == ["First frost?", SAID]
    owner = desk.items()[0]
    assert isinstance(owner, OwnerItem)
    owner.siblings.before.click()
    desk.rest()
    assert [m.text for m in desk.thread()] == ["Ferst frost?", SAID, "And the last?", SAID]


def test_the_whole_message_is_seen_while_it_is_edited(desk: Desk) -> None:
    desk.open()
    desk.say("A message that is long enough for three lines of its bubble. " * 3)
    owner = desk.items()[0]
    assert isinstance(owner, OwnerItem)
    owner.edit()
    desk.rest()
    assert owner.editor is not None
    field = owner.editor.field
    assert field._lines() >= 3
    assert field.height() >= field._lines() * field.fontMetrics().lineSpacing()
    assert owner.height() >= owner.editor.height() > field.height()


def test_an_edit_that_was_not_sent_is_kept(desk: Desk) -> None:
    desk.open()
    desk.say("Draft of a draft")
    owner = desk.items()[0]
    assert isinstance(owner, OwnerItem)
    owner.edit()
    assert owner.editor is not None
    owner.editor.field.setPlainText("Better words")
    desk.page.save()
    owner._close_editor()
    owner.edit()
    assert owner.editor.field.toPlainText() == "Better words"
    owner.editor.cancel.click()
    desk.page.save()
    owner.edit()
    assert owner.editor.field.toPlainText() == "Draft of a draft"


def test_a_problem_stands_in_the_thread_with_a_way_out(desk: Desk, told: Told) -> None:
    desk.open()
    desk.engine.fail_next = user_error()
    desk.send("Will fail")
    desk.wait(lambda: any(isinstance(item, ProblemItem) for item in desk.items()))
    desk.rest()
    card = next(item for item in desk.items() if isinstance(item, ProblemItem))
    assert "The file could not be read." in card.accessibleName()
    assert [m.text for m in desk.thread()] == ["Will fail"]
    assert told.problems == []
    card.retry.click()
    desk.wait(lambda: desk.page.talk.live() is not None)
    desk.rest()
    assert [m.text for m in desk.thread()] == ["Will fail", SAID]
    assert not any(isinstance(item, ProblemItem) for item in desk.items())


def test_a_message_that_cannot_be_stored_is_given_back(
    desk: Desk, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    error = UserError(phrase("errors", "Full."), phrase("errors", "Full."), phrase("errors", "!"))

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(messages, "add", refuse)
    desk.send("Precious")
    desk.wait(lambda: told.problems)
    assert desk.page.composer.text() == "Precious"
    assert asked(desk) == []


def test_preparing_is_said_before_the_first_word(desk: Desk) -> None:
    desk.open()
    desk.send("Hello")
    desk.wait(lambda: desk.page.talk.live() is not None)
    live = desk.page.talk.live()
    assert live is not None
    entry = desk.page.talk.entries()[-1]
    assert isinstance(entry, LiveEntry)
    live.take(Preparing(phrase("progress", "Loading the model"), 0.4))
    desk.reply().follow()
    assert desk.reply().foot.text().startswith("Loading the model…")
    assert "40" in desk.reply().foot.text()
    desk.rest()


def test_turns_that_were_left_out_are_told(desk: Desk) -> None:
    desk.open()
    desk.say("Long talk")
    message = desk.reply().message()
    assert message is not None
    desk.page.talk.replies._left_out[message.id] = 4
    desk.page.talk.reload()
    desk.rest()
    assert "4 oldest turns" in desk.reply()._note.text()


def test_keys_in_a_message(desk: Desk, told: Told) -> None:
    desk.open()
    desk.say("Copy me")
    desk.reply().setFocus()
    desk.qtbot.keyClick(desk.reply(), Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == SAID
    assert [toast.text for toast in told.toasts] == ["Copied"]


def test_a_reply_in_another_conversation_goes_on(desk: Desk, catalog: Catalog) -> None:
    desk.engine.pause = 0.05
    desk.open()
    desk.send("Keep talking")
    desk.wait(lambda: desk.page.talk.live() is not None)
    first = desk.page.talk.conversation_id()
    assert first is not None
    desk.page.act("new")
    desk.wait(lambda: desk.page.talk.conversation_id() not in (None, first))
    assert not desk.page.composer.send.stops
    desk.wait(lambda: desk.page.talk.replies.of(first) is None)
    assert messages.thread(catalog, first)[-1].text == SAID
    assert conversations.get(catalog, first).preview.startswith("A quiet answer")
