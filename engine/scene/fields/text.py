"""Words that go into the prompt as they are."""

from dataclasses import dataclass
from typing import ClassVar

from adapters.wording import phrase
from engine.scene.fields.field_type import FieldType
from engine.scene.model import FieldData


@dataclass(frozen=True)
class FreeText(FieldData):
    """Words that go into the prompt as they are; the title is for the owner alone."""

    type: ClassVar[str] = "text"
    text: str = ""
    """The words."""


TYPE = FieldType(
    FreeText,
    phrase("scene", "Free text"),
    {"en": ("{text}",), "ru": ("{text}",)},
)
