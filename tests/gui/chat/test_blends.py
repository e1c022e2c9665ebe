"""Blends in the window: chosen as a voice is, edited in a card, kept with what they said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from adapters.catalog import blends, conversations, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Voice
from engine.messages import Reply
from gui.chat.composer.blend_editor import BlendEditor
from gui.chat.composer.voice_picker import VoicePicker
from tests.gui.accessibility import nameless
from tests.gui.chat.conftest import AddVoice, Desk


@pytest.fixture
def pair(add_voice: AddVoice) -> tuple[Voice, Voice]:
    return add_voice("Anna", "rust"), add_voice("Boris", "plum")


def picker(desk: Desk) -> VoicePicker:
    desk.page.act("voice")
    desk.wait(lambda: [p for p in desk.page.window().findChildren(VoicePicker) if p.isVisible()])
    return desk.page.window().findChildren(VoicePicker)[-1]


def editor(desk: Desk) -> BlendEditor:
    desk.wait(lambda: desk.page.window().findChildren(BlendEditor))
    return desk.page.window().findChildren(BlendEditor)[-1]


def rows(made: VoicePicker) -> list[tuple[str, str]]:
    model = made._rows
    found = [model.row(model.index(number)) for number in range(model.rowCount())]
    return [(row.name, row.reason) for row in found]


def asked(desk: Desk) -> Reply:
    return [one for one in desk.engine.handled if isinstance(one, Reply)][-1]


def test_a_blend_is_made_from_the_keyboard_and_speaks(
    desk: Desk, catalog: Catalog, pair: tuple[Voice, Voice], add_voice: AddVoice
) -> None:
    add_voice("Other", fingerprint="e" * 64)
    desk.open()
    picker(desk).new_blend.click()
    made = editor(desk)
    assert QApplication.focusWidget() is made.name
    desk.qtbot.keyClicks(made.name, "Evening")
    assert not made.save_button.isEnabled()
    reasons = {made._rows.row(made._rows.index(n)).reason for n in range(made._rows.rowCount())}
    assert reasons == {"", "for Other-1B"}
    for name in ("anna", "boris"):
        desk.qtbot.keyClicks(made.search, name)
        desk.qtbot.keyClick(made.search, Qt.Key.Key_Return)
    for _ in range(2):
        desk.qtbot.keyClick(made.parts[0].slider, Qt.Key.Key_Right)
    assert nameless(made) == []
    desk.qtbot.keyClick(made.name, Qt.Key.Key_Return)
    desk.wait(lambda: desk.page.composer.voice.voice_name() == "Evening")
    desk.page.save()
    desk.rest()
    [blend] = blends.everything(catalog)
    assert [(part.name, part.strength) for part in blend.parts] == [("Anna", 0.6), ("Boris", 0.5)]
    now = desk.page.talk.conversation_id()
    assert now is not None
    kept = conversations.get(catalog, now)
    assert (kept.voice, kept.blend) == (None, blend.id)
    desk.say("Hello")
    command = asked(desk)
    assert command.voice is None
    assert command.blend is not None
    assert [(p.voice, p.strength) for p in command.blend.parts] == [
        (pair[0].id, 0.6),
        (pair[1].id, 0.5),
    ]
    assert "Evening (Anna 0.6 + Boris 0.5)" in desk.reply().foot.text()


def test_a_reply_is_said_again_by_its_blend_and_by_another_voice(
    desk: Desk, catalog: Catalog, pair: tuple[Voice, Voice]
) -> None:
    blend = blends.add(catalog, "Evening", [(pair[0].id, 0.6), (pair[1].id, 0.4)])
    desk.open()
    desk.page.acts.choose_voice(blend, 0.5)
    desk.say("Hello")
    first = asked(desk)
    assert "strength 0.5" in desk.reply().foot.text()
    blends.change(catalog, blend.id, "Evening", [(pair[0].id, 2.0), (pair[1].id, 2.0)])
    said = desk.reply().message()
    assert said is not None
    desk.page.acts.answer_again(said)
    desk.wait(lambda: desk.page.talk.live() is not None)
    desk.rest()
    assert asked(desk).blend == first.blend  # as it spoke, not as it is now
    desk.page.acts.choose_voice(pair[1], 1.0)
    desk.page.acts.answer_with(said, blend)
    desk.wait(lambda: desk.page.talk.live() is not None)
    desk.rest()
    assert asked(desk).blend == first.blend


def test_a_blend_says_which_of_its_voices_is_missing(
    desk: Desk, catalog: Catalog, pair: tuple[Voice, Voice], add_voice: AddVoice
) -> None:
    add_voice("Clara")
    blend = blends.add(catalog, "Evening", [(pair[0].id, 0.6), (pair[1].id, 0.4)])
    desk.open()
    desk.page.acts.choose_voice(blend, 1.0)
    desk.page.save()
    voices.trash(catalog, pair[1].id)
    desk.context.news.voices.emit()
    desk.rest()
    made = picker(desk)
    assert ("Evening", "Boris deleted") in rows(made)
    row = next(n for n, (name, _) in enumerate(rows(made)) if name == "Evening")
    made.list.setCurrentIndex(made._rows.index(row))
    assert not made.edit_blend.isHidden()
    desk.qtbot.keyClick(made.list, Qt.Key.Key_Return)
    card = editor(desk)
    assert [part.voice.name for part in card.parts] == ["Anna"]
    assert "Boris" in card.complaint.text()
    assert not card.save_button.isEnabled()
    card.close_card()
    desk.send("Hello")
    desk.rest()
    assert not [one for one in desk.engine.handled if isinstance(one, Reply)]


def test_a_deleted_blend_can_come_back(
    desk: Desk, catalog: Catalog, pair: tuple[Voice, Voice]
) -> None:
    blend = blends.add(catalog, "Evening", [(pair[0].id, 0.6), (pair[1].id, 0.4)])
    desk.open()
    made = picker(desk)
    made.list.setCurrentIndex(made._rows.index(0))
    assert rows(made)[0][0] in ("Evening", "Boris", "Anna")
    row = next(n for n, (name, _) in enumerate(rows(made)) if name == "Evening")
    made.list.setCurrentIndex(made._rows.index(row))
    made.edit_blend.click()
    editor(desk).remove_button.click()
    desk.rest()
    assert blends.everything(catalog) == []
    blends.restore(catalog, blend.id)
    assert [one.name for one in blends.everything(catalog)] == ["Evening"]


def test_the_gallery_leads_to_a_talk_with_a_blend(
    desk: Desk, catalog: Catalog, pair: tuple[Voice, Voice]
) -> None:
    kept = blends.add(catalog, "Evening", [(pair[0].id, 0.5), (pair[1].id, 0.7)])
    desk.open()
    desk.send("Hello")
    desk.rest()
    desk.page.arrive(("blend", kept.id))
    desk.wait(lambda: conversations.page(catalog)[0].blend == kept.id)
    desk.rest()
    newest = conversations.page(catalog)[0]
    assert (newest.voice, newest.strength) == (None, 1.0)
    desk.say("And the roses?")
    said = asked(desk)
    assert said.blend is not None
    assert (said.voice, said.blend.name) == (None, "Evening")
