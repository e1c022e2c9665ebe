"""The prompt that a scene makes, as the page shows it: counted by a model, or estimated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.messages import SceneCompiled
from engine.scene.model import Scene
from engine.scene.prompt.compile import compiled
from engine.scene.references import SEPARATOR

CHARACTERS = 4  # of a token, about, while no model counts them


@dataclass(frozen=True)
class Piece:
    """The words of a field, or of a ``link`` that begins at it."""

    field: str
    link: str | None
    text: str
    tokens: int


@dataclass(frozen=True)
class Out:
    """A field that is not told; ``tokens`` only where it would have had some."""

    field: str
    reason: str
    tokens: int


@dataclass(frozen=True)
class Told:
    """``exact`` where the model's tokenizer counted, whose context is then known."""

    text: str
    pieces: Sequence[Piece]
    left_out: Sequence[Out]
    total: int
    exact: bool
    context_length: int | None = None

    def tokens(self) -> Mapping[str, int]:
        """By link, and by field with its links; of what is not told, none."""
        counts: dict[str, int] = {}
        for one in self.pieces:
            counts[one.field] = counts.get(one.field, 0) + one.tokens
            if one.link is not None:
                counts[one.link] = one.tokens
        return counts


def estimated(scene: Scene) -> Told:
    """Nothing has been said yet, so no pattern is searched and this is quick."""
    made = compiled(scene, _offsets)
    pieces = [
        Piece(one.field, one.link, made.text[one.start : one.end], one.tokens[1] - one.tokens[0])
        for one in made.spans
    ]
    left_out = [Out(one.id, one.reason, one.tokens) for one in made.left_out]
    return Told(made.text, pieces, left_out, made.tokens, exact=False)


def counted(result: SceneCompiled) -> Told:
    """What kept scenes brought in counts for the field that names them."""
    pieces = [
        Piece(_own(one.field), one.link, result.prompt[one.start : one.end], one.tokens)
        for one in result.spans
    ]
    left_out = [
        Out(one.field, one.reason, one.tokens)
        for one in result.left_out
        if SEPARATOR not in one.field
    ]
    return Told(
        result.prompt, pieces, left_out, result.tokens, True, context_length=result.context_length
    )


def about(text: str) -> int:
    """Tokens of a text by itself."""
    return len(_offsets(text))


def _own(field: str) -> str:
    return field.split(SEPARATOR)[0]


def _offsets(text: str) -> list[tuple[int, int]]:
    return [(n, min(n + CHARACTERS, len(text))) for n in range(0, len(text), CHARACTERS)]
