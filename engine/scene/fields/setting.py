"""Where and when it happens."""

from dataclasses import dataclass
from typing import ClassVar

from adapters.wording import phrase
from engine.scene.fields.field_type import FieldType
from engine.scene.model import FieldData


@dataclass(frozen=True)
class Setting(FieldData):
    """Where and when it happens; the title names it."""

    type: ClassVar[str] = "setting"
    text: str = ""
    """What is there to see, hear and know."""


TYPE = FieldType(
    Setting,
    phrase("scene", "Setting"),
    {"en": ("Setting:[ {title}][ {text}]",), "ru": ("Место и время:[ {title}][ {text}]",)},
)
