"""What is to come of it."""

from dataclasses import dataclass
from typing import ClassVar

from adapters.wording import phrase
from engine.scene.fields.field_type import FieldType
from engine.scene.model import FieldData


@dataclass(frozen=True)
class Goal(FieldData):
    """What is to come of it; the title alone may say it."""

    type: ClassVar[str] = "goal"
    text: str = ""
    """The goal, in full."""


TYPE = FieldType(
    Goal,
    phrase("scene", "Goal"),
    {"en": ("Goal:[ {title}][ {text}]",), "ru": ("Цель:[ {title}][ {text}]",)},
)
