"""Scenes worded for the editor by the tokenizer of the model used last."""

from pathlib import Path

import pytest

from adapters.catalog.records import Model
from adapters.errors import UserError
from engine import scene_store
from engine.generation.scene_prompt import scene_prompt
from engine.jobs.scene_prompts import compile_scene
from engine.jobs.state import State
from engine.messages import CompileScene
from engine.model.tokenizer import load_tokenizer
from engine.scene.fields.child import Child
from engine.scene.fields.goal import Goal
from engine.scene.fields.role import Role
from engine.scene.format.encode import text_of
from engine.scene.model import Field, Link, Scene, When
from tests.engine.jobs.running import finish

SCENE = Scene(
    "Harbour",
    fields=(
        Field("role-1", Role(who="Harbour master"), "Ines"),
        Field("goal-1", Goal("Decide about the boat")),
        Field("goal-2", Goal("Sing"), when=When("never")),
    ),
    links=(Link("link-1", "role-1", "goal-1", "wants", "postpone it"),),
)


def test_every_field_with_its_words_and_tokens(state: State, tiny: Model) -> None:
    made = finish(compile_scene(state, CompileScene(text_of(SCENE))))
    told = {span.link or span.field: made.prompt[span.start : span.end] for span in made.spans}
    assert told.keys() == {"role-1", "goal-1", "link-1"}
    assert "Harbour master" in told["role-1"]
    assert [(one.field, one.reason) for one in made.left_out] == [("goal-2", "never")]
    same = scene_prompt(load_tokenizer(Path(tiny.nf4_path or "")), SCENE).compiled
    assert (made.prompt, made.tokens) == (same.text, same.tokens)
    assert sum(span.tokens for span in made.spans) <= made.tokens
    assert (made.model, made.budget) == (tiny.name, made.context_length // 4)


def test_kept_child_scenes_are_told(state: State, tiny: Model) -> None:
    child = scene_store.create(
        state.catalog, Scene("Pier", fields=(Field("goal-1", Goal("Wait")),))
    )
    field = Field("scene-1", Child(source=scene_store.source_of(child)))
    made = finish(compile_scene(state, CompileScene(text_of(Scene("Top", fields=(field,))))))
    assert "scene-1/goal-1" in {span.field for span in made.spans}
    assert tiny.name == made.model


def test_without_a_model_nothing_is_counted(state: State) -> None:
    with pytest.raises(UserError, match="not counted"):
        finish(compile_scene(state, CompileScene(text_of(SCENE))))


@pytest.mark.usefixtures("tiny")
def test_a_text_that_is_no_scene(state: State) -> None:
    with pytest.raises(UserError, match="not opened"):
        finish(compile_scene(state, CompileScene("[]")))
