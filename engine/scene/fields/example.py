"""How they talk, shown by a piece of talk."""

from dataclasses import dataclass
from typing import ClassVar

from adapters.wording import phrase
from engine.scene.fields.field_type import FieldType
from engine.scene.model import FieldData


@dataclass(frozen=True)
class Example(FieldData):
    """A piece of talk; the title is for the owner alone."""

    type: ClassVar[str] = "example"
    text: str = ""
    """Turns, one a line: NAME: words."""


TYPE = FieldType(
    Example,
    phrase("scene", "Example dialogue"),
    {"en": ("Example:\n{text}",), "ru": ("Пример:\n{text}",)},
)
