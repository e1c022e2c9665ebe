"""A scene inside of the scene: its fields are below this one, or in another file."""

from dataclasses import dataclass
from typing import ClassVar

from adapters.wording import phrase
from engine.scene.fields.field_type import FieldType, Problems
from engine.scene.model import Field, FieldData


@dataclass(frozen=True)
class Child(FieldData):
    """A scene inside of the scene. Its fields are those below, or those of ``source``."""

    type: ClassVar[str] = "scene"
    source: str | None = None
    """Another scene: a file beside this one, or the name of one that Timbre keeps."""
    text: str = ""
    """How it belongs here."""


def _problems(field: Field) -> Problems:
    data = field.data
    if isinstance(data, Child) and data.source and field.fields:
        return (phrase("scene", "A child scene has both a source and fields of its own."),)
    return ()


TYPE = FieldType(
    Child,
    phrase("scene", "Child scene"),
    {
        "en": ("Within this, another scene:[ {title}][ {text}]",),
        "ru": ("Внутри этого — ещё одна сцена:[ {title}][ {text}]",),
    },
    problems=_problems,
)
