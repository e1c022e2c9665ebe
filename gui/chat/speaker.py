"""Who answers: a voice, a blend of several, or (None) the model itself."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from adapters.catalog import blends, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Blend, Conversation, Voice
from engine.blends import blend_of
from engine.messages import Blended

Speaker = Voice | Blend | None
Key = tuple[str, int] | None  # None: the model itself
NEVER = datetime.min.replace(tzinfo=UTC)


def key_of(speaker: Speaker) -> Key:
    if speaker is None:
        return None
    return ("blend" if isinstance(speaker, Blend) else "voice"), speaker.id


def chosen_in(conversation: Conversation) -> Key:
    """Who answers in it."""
    if conversation.blend is not None:
        return "blend", conversation.blend
    return ("voice", conversation.voice) if conversation.voice is not None else None


def colours(speaker: Speaker) -> tuple[str, ...]:
    """Of the voice, or of the voices of the blend; empty for the model itself."""
    if isinstance(speaker, Blend):
        return tuple(voice.colour for voice in speaker.voices)
    return (speaker.colour,) if speaker is not None else ()


def colour_of(speaker: Speaker) -> str | None:
    """Of the voice, or of the loudest in a blend: what stands for it where one colour must."""
    if isinstance(speaker, Blend):
        there = [part for part in speaker.parts if part.voice]
        loudest = max(there, key=lambda part: part.strength, default=None)
        return loudest.voice.colour if loudest and loudest.voice else None
    return speaker.colour if speaker is not None else None


def why_not(speaker: Voice | Blend, fingerprint: str | None) -> str:
    """Why it cannot speak through the model of this fingerprint, in a few words; "" if it can."""
    translate = QCoreApplication.translate
    if isinstance(speaker, Blend) and speaker.missing:
        gone = ", ".join(speaker.missing)
        return translate("Speaker", "{names} deleted").format(names=gone)
    spoken = speaker.voices if isinstance(speaker, Blend) else (speaker,)
    for voice in spoken:
        if fingerprint is not None and voice.model_fingerprint != fingerprint:
            return translate("Speaker", "for {model}").format(model=voice.model_name)
    return ""


def command_of(speaker: Speaker) -> tuple[int | None, Blended | None]:
    """As commands name it. Raises ``UserError`` for a blend with a voice that was deleted."""
    if isinstance(speaker, Blend):
        return None, blend_of(speaker)
    return (speaker.id if speaker is not None else None), None


def everyone(catalog: Catalog) -> list[Voice | Blend]:
    """All voices and blends, those used last first."""
    found: list[Voice | Blend] = [*voices.everything(catalog), *blends.everything(catalog)]
    return sorted(found, key=lambda one: one.last_used or NEVER, reverse=True)
