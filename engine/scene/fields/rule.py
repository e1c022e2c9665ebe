"""What must, or must not, happen."""

from dataclasses import dataclass
from typing import ClassVar

from adapters.wording import phrase
from engine.scene.fields.field_type import FieldType
from engine.scene.model import FieldData


@dataclass(frozen=True)
class Rule(FieldData):
    """What must, or must not, happen; the title alone may say it."""

    type: ClassVar[str] = "rule"
    text: str = ""
    """The rule, in full."""


TYPE = FieldType(
    Rule,
    phrase("scene", "Rule"),
    {"en": ("Rule:[ {title}][ {text}]",), "ru": ("Правило:[ {title}][ {text}]",)},
)
