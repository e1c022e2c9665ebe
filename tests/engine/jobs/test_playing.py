"""Scenes played on the tiny model: voices, turns, what is kept, and what is computed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
import torch

from adapters.catalog import conversations, messages, scenes
from adapters.catalog.records import Conversation, Voice
from adapters.errors import UserError
from engine import scene_store
from engine.generation.interface import Past
from engine.generation.transformers_decoder import TransformersDecoder
from engine.jobs.playing import play_scene, play_turn
from engine.jobs.state import State
from engine.jobs.voices import put_on
from engine.messages import Piece, PlayScene, PlayTurn, RoleChosen
from engine.scene.fields.role import Role
from engine.scene.format.encode import text_of
from engine.scene.model import Field
from tests.engine.jobs.plays import SCENE, SHORT, next_turn
from tests.engine.jobs.running import collect, finish, until


def test_each_role_answers_in_its_own_voice(state: State, talk: Conversation) -> None:
    for _ in range(4):
        next_turn(state, talk)
    rows = messages.thread(state.catalog, talk.id)
    assert [(row.role, row.role_name, row.voice_name, row.strength) for row in rows] == [
        ("role-1", "Ines", "Garden", 1.0),
        ("role-2", "Tomas", "Letters", 0.5),
        ("role-3", "Anna", None, None),
        ("role-1", "Ines", "Garden", 1.0),
    ]
    version = scenes.get(state.catalog, talk.scene or 0).version
    assert {row.scene_version for row in rows} == {version}
    assert conversations.get(state.catalog, talk.id).title == "Harbour"


def test_who_is_asked_speaks_and_the_muted_are_passed_over(
    state: State, talk: Conversation
) -> None:
    assert next_turn(state, talk, role="role-3").role_name == "Anna"
    assert next_turn(state, talk, muted=("role-1",)).role_name == "Tomas"
    with pytest.raises(UserError, match="Nobody"):
        next_turn(state, talk, muted=("role-1", "role-2", "role-3"))
    with pytest.raises(UserError, match="cannot speak"):
        next_turn(state, talk, role="role-4")


def test_the_model_chooses_the_same_again_and_never_who_just_spoke(
    state: State, talk: Conversation
) -> None:
    first = next_turn(state, talk, role="role-1")
    chosen = [
        update.role
        for _ in range(2)
        for update in collect(
            play_turn(state, PlayTurn(talk.id, first.message, next="model", sampling=SHORT))
        )[0]
        if isinstance(update, RoleChosen)
    ]
    assert chosen[0] == chosen[1]
    assert chosen[0] in ("role-2", "role-3")


def test_a_branch_does_not_hear_the_other(state: State, talk: Conversation) -> None:
    first = next_turn(state, talk)
    finish(play_turn(state, PlayTurn(talk.id, first.message, "role-2", sampling=SHORT)))
    other = finish(play_turn(state, PlayTurn(talk.id, first.message, "role-3", sampling=SHORT)))
    rows = messages.thread(state.catalog, talk.id)
    assert [row.id for row in rows] == [first.message, other.message]
    assert len(messages.siblings(state.catalog, other.message)) == 2


def test_a_stopped_turn_is_kept(state: State, talk: Conversation) -> None:
    job = play_turn(state, PlayTurn(talk.id, None, sampling=replace(SHORT, max_tokens=100)))
    until(job, Piece, 3)
    job.close()
    [row] = messages.thread(state.catalog, talk.id)
    assert (row.role, row.stop, row.tokens) == ("role-1", "owner", 3)


def test_a_voice_that_is_not_here(state: State, talk: Conversation) -> None:
    field = Field("role-1", Role(voice="Nobody's"), "Ines")
    scene_store.save(state.catalog, talk.scene or 0, replace(SCENE, fields=(field,)))
    with pytest.raises(UserError, match="cannot speak"):
        next_turn(state, talk)
    assert messages.thread(state.catalog, talk.id) == []


def test_without_its_scene_nobody_speaks(state: State, talk: Conversation) -> None:
    scenes.trash(state.catalog, talk.scene or 0)
    with pytest.raises(UserError, match="Nobody"):
        next_turn(state, talk)


def test_a_voice_says_in_company_what_it_says_alone(
    state: State, talk: Conversation, garden: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bit for bit: the logits are those of the same tokens given to that voice alone."""
    calls: list[tuple[Past, int, list[int], torch.Tensor]] = []
    forward = TransformersDecoder.forward

    def listening(self: Any, given: Sequence[int], past: Any) -> torch.Tensor:
        before = past.length
        logits = forward(self, given, past)
        calls.append((past, before, list(given), logits))
        return logits

    monkeypatch.setattr(TransformersDecoder, "forward", listening)
    for _ in range(4):
        next_turn(state, talk)
    monkeypatch.undo()
    loaded = state.loaded
    assert loaded is not None
    own = [call for call in calls if call[0] is calls[0][0]]
    assert own[-1] is calls[-1]  # the first voice spoke first and last
    assert 0 < len(own) < len(calls)
    put_on(state, loaded, garden.id, 1.0)
    alone = loaded.decoder.new_past()
    for _, before, given, logits in own:
        alone.crop(before)
        assert torch.equal(loaded.decoder.forward(given, alone), logits)
    put_on(state, loaded, None, 1.0)
    alone.crop(own[-1][1])
    assert not torch.equal(loaded.decoder.forward(own[-1][2], alone), own[-1][3])


@pytest.mark.usefixtures("garden", "letters")
def test_a_scene_is_played_outside_of_conversations(state: State) -> None:
    command = PlayScene(text_of(SCENE), 4, sampling=SHORT)
    updates, played = collect(play_scene(state, command))
    assert [turn.role_name for turn in played.turns] == ["Ines", "Tomas", "Anna", "Ines"]
    assert [turn.voice for turn in played.turns] == ["Garden", "Letters", None, "Garden"]
    assert [turn.seed for turn in played.turns] == [7, 8, 9, 10]
    again = finish(play_scene(state, command))
    assert [turn.text for turn in again.turns] == [turn.text for turn in played.turns]
    assert sum(isinstance(update, RoleChosen) for update in updates) == 4
    assert conversations.page(state.catalog) == []
