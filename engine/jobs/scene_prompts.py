"""Wording a scene for the editor, while the model is busy with something else."""

from collections.abc import Generator

from adapters.errors import UserError
from adapters.wording import phrase
from engine.generation.scene_prompt import scene_prompt
from engine.jobs.measured_notes import learner
from engine.jobs.shared import Shared
from engine.messages import (
    CompileScene,
    FieldLeftOut,
    FieldSpan,
    FieldTrouble,
    SceneCompiled,
    Update,
)
from engine.scene.model import Scene, walk
from engine.scene.prompt.activation import Moment
from engine.scene.prompt.compile import Compiled, share_of
from engine.scene_store import scene_of, whole


def compile_scene(shared: Shared, command: CompileScene) -> Generator[Update, None, SceneCompiled]:
    """Only the tokenizer of the model is read. Raises ``UserError`` where there is none."""
    yield from ()
    model = learner(shared)
    if model is None:
        raise UserError(
            phrase("scene", "The tokens of the scene were not counted."),
            phrase("scene", "No model was loaded yet."),
            phrase("scene", "Say something in the chat once: that loads one."),
        )
    scene = whole(shared.catalog, scene_of(command.text), command.scene)
    budget = share_of(model.context_length)
    moment = Moment(command.said, command.seed, command.role)
    made = scene_prompt(model.tokenizer, scene, moment, budget).compiled
    return _result(scene, made, budget, model.context_length, model.row.name)


def _result(
    scene: Scene, made: Compiled, budget: int, context_length: int, model: str
) -> SceneCompiled:
    types = {one.id: one.type for one in walk(scene.fields)}
    spans = (
        FieldSpan(
            one.field,
            types[one.field],
            one.link,
            one.start,
            one.end,
            one.tokens[1] - one.tokens[0],
        )
        for one in made.spans
    )
    return SceneCompiled(
        prompt=made.text,
        spans=tuple(spans),
        left_out=tuple(FieldLeftOut(one.id, one.reason, one.tokens) for one in made.left_out),
        troubles=tuple(FieldTrouble(one.id, one.what) for one in made.troubles),
        tokens=made.tokens,
        budget=budget,
        context_length=context_length,
        model=model,
    )
