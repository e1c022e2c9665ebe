"""The prompt of a scene: its text, and which characters and tokens come from which field."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from engine.scene.model import Field, Scene, walk
from engine.scene.prompt.activation import (
    LeftOut,
    Moment,
    Trouble,
    activation,
)
from engine.scene.prompt.pieces import pieces, speaker_of
from engine.scene.prompt.rewrite import rewritten

# A tokenizer: where each token of a text begins and ends, in characters.
Offsets = Callable[[str], Sequence[tuple[int, int]]]


SHARE = 4  # of the context a scene may take one part in so many


@dataclass(frozen=True)
class Span:
    """Where the words of a field, or of a link that begins at it, stand in the text.

    ``tokens`` are the positions of its first token and of the one after its last.
    """

    field: str
    link: str | None
    start: int  # characters
    end: int
    tokens: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Compiled:
    """``tokens`` are those of the whole text; ``left_out`` is in the order of the document."""

    text: str
    spans: tuple[Span, ...]
    tokens: int
    left_out: tuple[LeftOut, ...]
    troubles: tuple[Trouble, ...]
    speaker: str | None


def share_of(context_length: int) -> int:
    """The usual budget in tokens; the rest is for what is said."""
    return context_length // SHARE


def as_it_is(text: str) -> str:
    return text


def compiled(
    scene: Scene,
    offsets: Offsets,
    moment: Moment | None = None,
    budget: int | None = None,
    clean: Callable[[str], str] = as_it_is,
) -> Compiled:
    """The system instruction that a scene makes at a moment; the same again for the same input.

    ``clean`` takes out of the owner's words what would open or close a turn. With a ``budget``
    in tokens fields leave, lowest priority first and of one priority the last first, each with
    all inside of it, until the rest fits. Child scenes kept elsewhere must be resolved before.
    """
    moment = moment or Moment()
    scene = rewritten(scene, clean)
    active = activation(scene, moment)
    out = {one.id: one for one in active.left_out}
    speaker = speaker_of(scene, out, moment.speaker)
    while True:
        text, spans = _laid_out(scene, out, speaker)
        bounds = offsets(text)
        spans = with_tokens(spans, bounds)
        leaving = _leaving(scene, out, spans, len(bounds) - budget) if budget is not None else {}
        if not leaving:
            break
        out |= leaving
    out |= {id: LeftOut(id, "empty") for id in _empty(scene, out, spans)}
    order = tuple(out[one.id] for one in walk(scene.fields) if one.id in out)
    return Compiled(text, spans, len(bounds), order, tuple(active.troubles), speaker)


def with_tokens(
    spans: Sequence[Span], bounds: Sequence[tuple[int, int]], shift: int = 0
) -> tuple[Span, ...]:
    """The same spans with the tokens that end inside of them, the text standing at ``shift``.

    A token that reaches over from the space between two spans belongs to the later one.
    """
    starts = [shift + span.start for span in spans]
    held: dict[int, list[int]] = {}
    for number, (begin, end) in enumerate(bounds):
        at = bisect_right(starts, end - 1) - 1
        if begin < end and at >= 0 and end - 1 < shift + spans[at].end:
            held.setdefault(at, []).append(number)
    return tuple(
        replace(span, tokens=(held[at][0], held[at][-1] + 1) if at in held else (0, 0))
        for at, span in enumerate(spans)
    )


def _laid_out(
    scene: Scene,
    out: Collection[str],
    speaker: str | None,
) -> tuple[str, tuple[Span, ...]]:
    text, spans = "", []
    for piece in pieces(scene, out, speaker):
        text += "\n" if text else ""
        spans.append(Span(piece.field, piece.link, len(text), len(text) + len(piece.text)))
        text += piece.text
    return text, tuple(spans)


def _leaving(
    scene: Scene, out: Collection[str], spans: Sequence[Span], too_many: int
) -> dict[str, LeftOut]:
    """Whoever leaves so that about ``too_many`` tokens less are told."""
    sizes: dict[str, int] = {}
    for span in spans:
        sizes[span.field] = sizes.get(span.field, 0) + span.tokens[1] - span.tokens[0]
    stay = [one for one in walk(scene.fields) if one.id not in out]
    stay.reverse()  # sorting keeps the order of those that are equal
    leaving: dict[str, LeftOut] = {}
    for one in sorted(stay, key=lambda one: one.priority):
        if too_many <= 0:
            break
        inside = _with_all_inside(one, out, leaving)
        if not any(gone.id in sizes for gone in inside):
            continue  # nothing would be won
        for gone in inside:
            leaving[gone.id] = LeftOut(gone.id, "budget", sizes.get(gone.id, 0))
            too_many -= sizes.get(gone.id, 0)
    return leaving


def _with_all_inside(field: Field, out: Collection[str], leaving: Collection[str]) -> list[Field]:
    return [one for one in walk((field,)) if one.id not in out and one.id not in leaving]


def _empty(scene: Scene, out: Collection[str], spans: Sequence[Span]) -> list[str]:
    told = {span.field for span in spans}
    return [one.id for one in walk(scene.fields) if one.id not in out and one.id not in told]
