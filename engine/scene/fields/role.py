"""Somebody in the scene, with the voice that they speak in."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from annotated_types import Ge, Le

from adapters.wording import phrase
from engine.scene.fields.field_type import FieldType, Problems, Values
from engine.scene.fields.wording import Told, quoted
from engine.scene.model import Field, FieldData


@dataclass(frozen=True)
class Role(FieldData):
    """Somebody in the scene; the title is their name."""

    type: ClassVar[str] = "role"
    voice: str | None = None
    """Name of the voice or blend in which they speak; without one, the base model's own."""
    strength: Annotated[float, Ge(0.0), Le(2.0)] = 1.0
    """Of the voice."""
    played_by: Literal["model", "owner"] = "model"
    """The owner speaks for their own role."""
    who: str = ""
    """Who they are."""
    wants: str = ""
    """What they want."""
    speaks: str = ""
    """How they speak."""
    lines: tuple[str, ...] = ()
    """Example lines, in their own words."""
    openings: tuple[str, ...] = ()
    """What they may say first in a conversation; told to nobody before."""


def _values(field: Field, told: Told) -> Values:
    role = field.data
    assert isinstance(role, Role)
    return {
        "name": field.title,
        "who": role.who,
        "wants": role.wants,
        "speaks": role.speaks,
        "lines": quoted(role.lines, told.language),
    }


def _variant(field: Field, told: Told) -> str:
    if field.id == told.speaker:
        return "speaker"
    return "owner" if isinstance(field.data, Role) and field.data.played_by == "owner" else ""


def _problems(field: Field) -> Problems:
    return () if field.title.strip() else (phrase("scene", "A role has no name."),)


_OTHER_EN = ("{name} wants: {wants}", "{name} speaks: {speaks}", "{name} says: {lines}")
_OTHER_RU = ("{name} хочет: {wants}", "{name} говорит так: {speaks}", "Слова {name}: {lines}")

TYPE = FieldType(
    Role,
    phrase("scene", "Role"),
    {"en": ("{name}[: {who}]", *_OTHER_EN), "ru": ("{name}[: {who}]", *_OTHER_RU)},
    _values,
    {
        "speaker": {
            "en": (
                "You are {name}.[ {who}]",
                "You want: {wants}",
                "You speak: {speaks}",
                "You say: {lines}",
            ),
            "ru": (
                "Ты — {name}.[ {who}]",
                "Ты хочешь: {wants}",
                "Ты говоришь так: {speaks}",
                "Твои слова: {lines}",
            ),
        },
        "owner": {
            "en": ("The user is {name}.[ {who}]", *_OTHER_EN),
            "ru": ("Собеседник — {name}.[ {who}]", *_OTHER_RU),
        },
    },
    _variant,
    _problems,
)
