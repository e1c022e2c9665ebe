"""Tokens while no model is loaded to count them: a token is taken as four characters."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.scene.model import Scene
from engine.scene.prompt.compile import Compiled, compiled

CHARACTERS = 4  # of a token, about


@dataclass(frozen=True)
class Told:
    """The prompt of a scene at the beginning of a conversation, and how it was counted."""

    prompt: Compiled
    exact: bool
    tokens: Mapping[str, int]  # by link, and by field with its links; of what is not told, none


def estimated(scene: Scene) -> Told:
    """Nothing has been said yet, so no pattern is searched and this is quick."""
    return of(compiled(scene, _offsets), exact=False)


def of(prompt: Compiled, exact: bool) -> Told:
    counts: dict[str, int] = {}
    for span in prompt.spans:
        size = span.tokens[1] - span.tokens[0]
        counts[span.field] = counts.get(span.field, 0) + size
        if span.link is not None:
            counts[span.link] = counts.get(span.link, 0) + size
    return Told(prompt, exact, counts)


def about(text: str) -> int:
    """Tokens of a text by itself."""
    return len(_offsets(text))


def _offsets(text: str) -> list[tuple[int, int]]:
    return [(n, min(n + CHARACTERS, len(text))) for n in range(0, len(text), CHARACTERS)]
