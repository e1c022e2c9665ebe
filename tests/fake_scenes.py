"""The scene commands of the fake engine: a word is a token."""

import re

from engine.messages import CompileScene, FieldLeftOut, FieldSpan, SceneCompiled
from engine.scene.model import walk
from engine.scene.prompt.compile import compiled
from engine.scene_store import scene_of
from engine.worker import Steps


def offsets(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"\w+|[^\w\s]", text)]


class FakeScenes:
    def _compile_scene(self, command: CompileScene) -> Steps:
        yield from ()
        scene = scene_of(command.text)
        made = compiled(scene, offsets, budget=512)
        types = {one.id: one.type for one in walk(scene.fields)}
        return SceneCompiled(
            prompt=made.text,
            spans=tuple(
                FieldSpan(
                    one.field,
                    types[one.field],
                    one.link,
                    one.start,
                    one.end,
                    one.tokens[1] - one.tokens[0],
                )
                for one in made.spans
            ),
            left_out=tuple(FieldLeftOut(one.id, one.reason, one.tokens) for one in made.left_out),
            troubles=(),
            tokens=made.tokens,
            budget=512,
            context_length=2048,
            model="Fake-135M",
        )
