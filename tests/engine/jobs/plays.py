"""A scene of three voices to play, and its next turn."""

from dataclasses import replace

from adapters.catalog import conversations
from adapters.catalog.records import Conversation
from engine.jobs.playing import play_turn
from engine.jobs.state import State
from engine.messages import Answer, PlayTurn, Sampling
from engine.scene.fields.role import Role
from engine.scene.model import Field, Scene
from tests.engine.jobs.running import finish

SHORT = Sampling(max_tokens=6, seed=7)
SCENE = Scene(
    "Harbour",
    fields=(
        Field("role-1", Role(voice="Garden", who="Harbour master"), "Ines"),
        Field("role-2", Role(voice="Letters", strength=0.5, who="Pilot"), "Tomas"),
        Field("role-3", Role(who="Cook"), "Anna"),
        Field("role-4", Role(played_by="owner"), "Vera"),
    ),
)


def next_turn(state: State, talk: Conversation, **said: object) -> Answer:
    leaf = conversations.get(state.catalog, talk.id).leaf
    command = replace(PlayTurn(talk.id, leaf, sampling=SHORT), **said)  # type: ignore[arg-type]
    return finish(play_turn(state, command))  # type: ignore[no-any-return]
