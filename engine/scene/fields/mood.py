"""How it feels."""

from dataclasses import dataclass
from typing import ClassVar

from adapters.wording import phrase
from engine.scene.fields.field_type import FieldType
from engine.scene.model import FieldData


@dataclass(frozen=True)
class Mood(FieldData):
    """How it feels; the title alone may say it."""

    type: ClassVar[str] = "mood"
    text: str = ""
    """The mood, in full."""


TYPE = FieldType(
    Mood,
    phrase("scene", "Mood"),
    {"en": ("Mood:[ {title}][ {text}]",), "ru": ("Настроение:[ {title}][ {text}]",)},
)
