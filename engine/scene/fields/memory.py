"""What happened before."""

from dataclasses import dataclass
from typing import ClassVar

from adapters.wording import phrase
from engine.scene.fields.field_type import FieldType
from engine.scene.model import FieldData


@dataclass(frozen=True)
class Memory(FieldData):
    """What happened before; the title names it."""

    type: ClassVar[str] = "memory"
    text: str = ""
    """What is remembered."""


TYPE = FieldType(
    Memory,
    phrase("scene", "Memory"),
    {"en": ("Before this:[ {title}][ {text}]",), "ru": ("Было раньше:[ {title}][ {text}]",)},
)
