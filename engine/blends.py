"""Blends as commands name them; loads no torch."""

from adapters.catalog.records import Blend, SpokenPart
from adapters.errors import UserError
from adapters.wording import phrase
from engine.messages import Blended, Part


def blend_of(kept: Blend) -> Blended:
    """Raises ``UserError`` where a voice of it was deleted: the rest would be another blend."""
    if kept.missing:
        gone = ", ".join(kept.missing)
        raise UserError(
            phrase("errors", "The blend “{name}” cannot speak.", name=kept.name),
            phrase("errors", "These of its voices were deleted: {names}.", names=gone),
            phrase("errors", "Take them out of the trash, or take them out of the blend."),
        )
    parts = tuple(Part(part.voice.id, part.strength) for part in kept.parts if part.voice)
    return Blended(kept.name, parts)


def as_it_spoke(name: str, parts: tuple[SpokenPart, ...]) -> Blended:
    """The blend that made a reply, to answer again."""
    return Blended(name, tuple(Part(part.voice, part.strength) for part in parts))
