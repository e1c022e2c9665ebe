"""How some of the roles stand to each other, where a link's label is too short for it."""

from dataclasses import dataclass
from typing import ClassVar

from adapters.wording import phrase
from engine.scene.fields.field_type import FieldType
from engine.scene.model import FieldData


@dataclass(frozen=True)
class Relation(FieldData):
    """How roles stand to each other; the title says who. Links are for single labels."""

    type: ClassVar[str] = "relation"
    text: str = ""
    """How they stand to each other."""


TYPE = FieldType(
    Relation,
    phrase("scene", "Relation"),
    {"en": ("Relation:[ {title}][ {text}]",), "ru": ("Отношения:[ {title}][ {text}]",)},
)
