"""A scene in the form of one model: its chat template, its tokens, its special tokens left out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from transformers import PreTrainedTokenizerBase

from engine.generation.prompt import beginning, without_special
from engine.scene.model import Scene
from engine.scene.prompt.activation import Moment
from engine.scene.prompt.compile import Compiled, Span, compiled, with_tokens


@dataclass(frozen=True)
class ScenePrompt:
    """What every prompt in this scene begins with.

    ``spans`` count characters of ``text`` and positions in ``tokens``; those of ``compiled``
    count in the instruction alone, which ``generation.prompt.build`` is given.
    """

    text: str
    tokens: tuple[int, ...]
    spans: tuple[Span, ...]
    compiled: Compiled


def scene_prompt(
    tokenizer: PreTrainedTokenizerBase,
    scene: Scene,
    moment: Moment | None = None,
    budget: int | None = None,
) -> ScenePrompt:
    """Compile a scene for a model. The same as ``compiled`` but for the template around it."""
    made = compiled(
        scene,
        lambda text: _encoded(tokenizer, text)[1],
        moment,
        budget,
        partial(without_special, tokenizer),
    )
    text, at = beginning(tokenizer, made.text)
    tokens, bounds = _encoded(tokenizer, text)
    spans = with_tokens(made.spans, bounds, at)
    moved = (replace(one, start=one.start + at, end=one.end + at) for one in spans)
    return ScenePrompt(text, tuple(tokens), tuple(moved), made)


def _encoded(
    tokenizer: PreTrainedTokenizerBase, text: str
) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
    found = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)
    return found["input_ids"], found["offset_mapping"]
