"""A conversation with a scene: who speaks, auto-play, muting, and where the scene changed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from adapters.catalog import conversations
from engine import scene_store
from engine.messages import PlayTurn, ReadAhead, Reply
from engine.scene.fields.role import Role
from engine.scene.model import Field, Scene
from gui.chat.thread.reply import ReplyItem
from tests.fakes import user_error
from tests.gui.chat.conftest import Desk

SCENE = Scene(
    "Harbour",
    fields=(
        Field("role-1", Role(who="Harbour master"), "Ines"),
        Field("role-2", Role(who="Pilot"), "Tomas"),
        Field("role-3", Role(who="Cook"), "Anna"),
        Field("role-4", Role(played_by="owner"), "Vera"),
    ),
)


@pytest.fixture
def scene(desk: Desk) -> int:
    return scene_store.create(desk.catalog, SCENE)


@pytest.fixture
def playing(desk: Desk, scene: int) -> Desk:
    made = conversations.create(desk.catalog, "", scene=scene)
    desk.open(("conversation", made.id))
    return desk


def turns(desk: Desk) -> list[PlayTurn]:
    return [command for command in desk.engine.handled if isinstance(command, PlayTurn)]


def who(desk: Desk) -> list[str | None]:
    return [message.role_name for message in desk.thread()]


def test_without_a_scene_there_is_no_bar(desk: Desk) -> None:
    desk.open()
    assert desk.page.cast.isHidden()
    assert not desk.page.composer.voice.isHidden()


def test_the_owner_speaks_as_their_role_and_the_next_answers(playing: Desk) -> None:
    assert not playing.page.cast.isHidden()
    assert playing.page.composer.voice.isHidden()
    assert [button.text() for button in playing.page.cast.roles] == ["Ines", "Tomas", "Anna"]
    playing.say("Who goes out?")
    assert who(playing) == ["Vera", "Ines"]
    assert not [c for c in playing.engine.handled if isinstance(c, Reply)]
    assert playing.reply().accessibleName().startswith("Ines: ")


def test_a_click_on_a_role_lets_it_speak(playing: Desk) -> None:
    button = playing.page.cast.roles[1]
    playing.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    playing.rest()
    assert who(playing) == ["Tomas"]
    assert turns(playing)[0].message is None


def test_they_play_among_themselves_for_some_turns(playing: Desk) -> None:
    playing.page.director.play(4)
    playing.wait(lambda: len(playing.thread()) == 4 and playing.page.director.turns_left == 0)
    playing.rest()
    assert who(playing) == ["Ines", "Tomas", "Anna", "Ines"]


def test_whoever_types_takes_the_floor(playing: Desk) -> None:
    playing.engine.pause = 0.05
    playing.page.director.play(16)
    playing.wait(lambda: playing.page.talk.live() is not None)
    playing.qtbot.keyClicks(playing.page.composer.field, "Wait")
    playing.rest()
    assert playing.page.director.turns_left == 0
    assert len(playing.thread()) < 3
    assert playing.page.composer.text() == "Wait"


def test_the_others_read_while_the_owner_does(playing: Desk) -> None:
    playing.page.director.mute("role-2", True)
    playing.page.director.play(3)
    playing.wait(lambda: len(playing.thread()) == 3 and playing.page.director.turns_left == 0)
    playing.rest()
    asked = [command for command in playing.engine.handled if isinstance(command, ReadAhead)]
    longest = playing.page.director._context.settings.sampling.max_tokens
    talk = playing.page.talk.conversation_id()
    assert asked == [ReadAhead(talk or 0, playing.thread()[-1].id, ("role-2",), longest)]


def test_reading_ends_when_somebody_is_to_speak(playing: Desk) -> None:
    playing.engine.parts_ahead = 10_000
    playing.page.director.speak("role-1")
    playing.wait(lambda: any(isinstance(c, ReadAhead) for c in playing.engine.handled))
    playing.wait(lambda: not playing.page.composer.send.stops)
    playing.rest()
    playing.send("And?")
    playing.wait(lambda: len(turns(playing)) == 2)
    playing.wait(lambda: playing.page.talk.live() is None)
    playing.page.director.halt()
    playing.wait(lambda: not playing.context.bridge._jobs)  # by itself it would take a minute
    playing.rest()
    assert who(playing) == ["Ines", "Vera", "Tomas"]


def test_the_muted_are_passed_over_and_it_is_remembered(playing: Desk) -> None:
    playing.page.director.mute("role-1", True)
    playing.page.director.choose("model")
    playing.say("Hello")
    assert who(playing)[-1] == "Tomas"
    assert (turns(playing)[0].muted, turns(playing)[0].next) == (("role-1",), "model")
    playing.page.talk.drafts.save()
    playing.rest()
    playing.page.director._directions.clear()
    assert playing.page.director.direction().muted == {"role-1"}


def test_where_the_owner_chooses_nobody_answers_unasked(playing: Desk) -> None:
    playing.page.director.choose("owner")
    playing.send("Well?")
    playing.rest()
    assert who(playing) == ["Vera"]


def test_a_turn_is_said_again_by_the_same_role(playing: Desk) -> None:
    playing.say("Hello")
    playing.reply().foot.again.click()
    playing.wait(lambda: len(turns(playing)) == 2)
    playing.rest()
    assert turns(playing)[1].role == "role-1"
    assert who(playing) == ["Vera", "Ines"]
    assert playing.reply().foot.voice.isHidden()


def test_the_thread_shows_where_the_scene_changed(playing: Desk, scene: int) -> None:
    playing.say("Hello")
    scene_store.save(playing.catalog, scene, replace(SCENE, title="Harbour at night"))
    playing.page.talk.reload()
    playing.rest()
    playing.say("And now?")
    notes = [item._note.text() for item in playing.items() if isinstance(item, ReplyItem)]
    assert [bool(note) for note in notes] == [False, True]


def test_a_turn_that_fails_is_told_in_its_place(playing: Desk) -> None:
    playing.engine.fail_next = user_error()
    playing.page.director.speak("role-1")
    playing.wait(lambda: len(playing.items()) == 1)
    playing.rest()
    assert playing.thread() == []


def test_a_scene_is_chosen_in_the_middle(desk: Desk, scene: int) -> None:
    desk.open()
    desk.say("Hello")
    desk.page.acts.set_scene(scene)
    desk.wait(lambda: not desk.page.cast.isHidden())
    desk.say("Who is there?")
    assert who(desk) == [None, None, "Vera", "Ines"]
    desk.page.acts.set_scene(None)
    desk.wait(lambda: desk.page.cast.isHidden())
