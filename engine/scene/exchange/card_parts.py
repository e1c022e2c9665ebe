"""What a character card says in its text boxes, and the fields that say it here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from engine.scene.exchange.parts import Part, Parts, Values, text
from engine.scene.exchange.worded import field_words, words_of
from engine.scene.fields.example import Example
from engine.scene.fields.field_type import whole_text
from engine.scene.fields.role import Role
from engine.scene.fields.rule import Rule
from engine.scene.fields.setting import Setting
from engine.scene.fields.text import FreeText
from engine.scene.model import Field, Scene, walk

ROLE, SCENARIO, EXAMPLES = "character", "scenario", "examples"
SYSTEM, LAST = "system-prompt", "post-history"  # what a card says first and last of all


def _openings() -> Part:
    def get(values: Mapping[str, Any]) -> tuple[str, ...]:
        first, more = values.get("first_mes"), values.get("alternate_greetings")
        others = [one for one in more if isinstance(one, str)] if isinstance(more, list) else []
        begins = first if isinstance(first, str) else ""
        return (begins, *others) if begins or others else ()

    def put(value: tuple[str, ...], _: Mapping[str, Any]) -> Values:
        first: Values = {"first_mes": value[0] if value else ""}
        return first | ({"alternate_greetings": list(value[1:])} if len(value) > 1 else {})

    return Part(get, put)


CARD: Parts = {
    "name": text("name"),
    "description": text("description"),
    "personality": text("personality"),
    "scenario": text("scenario"),
    "openings": _openings(),
    "examples": text("mes_example"),
    "system": text("system_prompt"),
    "last": text("post_history_instructions"),
}


def fields_of(found: Values) -> tuple[Field, ...]:
    """The role, and a field for each box that is not empty."""
    role = Role(who=found["description"], speaks=found["personality"], openings=found["openings"])
    fields = [
        Field(SYSTEM, FreeText(found["system"])),
        Field(ROLE, role, found["name"]),
        Field(SCENARIO, Setting(found["scenario"])),
        Field(EXAMPLES, Example(found["examples"])),
        Field(LAST, Rule(found["last"])),
    ]
    return tuple(one for one in fields if one.id == ROLE or whole_text(one))


def parts_of(scene: Scene, role: Field, lore: Sequence[Field]) -> Values:
    """The boxes again. What has none of its own is worded in the scenario."""
    data = role.data
    assert isinstance(data, Role)
    known = {one.id: one for one in scene.fields if one not in lore}
    boxes = {role.id, SYSTEM, EXAMPLES, LAST, *(one.id for one in lore)}
    return {
        "name": role.title,
        "description": _description(scene, role, data),
        "personality": data.speaks,
        "scenario": _scenario(scene, boxes),
        "openings": data.openings,
        "examples": _box(known.get(EXAMPLES), Example),
        "system": _box(known.get(SYSTEM), FreeText),
        "last": _box(known.get(LAST), Rule),
    }


def _box(field: Field | None, kind: type[Example | FreeText | Rule]) -> str:
    return field.data.text if field is not None and isinstance(field.data, kind) else ""


def _description(scene: Scene, role: Field, data: Role) -> str:
    """Who they are, and what a card has no box for."""
    if not data.wants and not data.lines and not role.fields:
        return data.who
    return field_words(scene.language)(replace(role, data=replace(data, speaks="")))


def _scenario(scene: Scene, boxes: set[str]) -> str:
    others = tuple(one for one in scene.fields if one.id not in boxes)
    ids = {one.id for one in walk(others)}
    links = tuple(one for one in scene.links if one.source in ids and one.target in ids)
    alone = others[0] if len(others) == 1 else None
    if alone is not None and isinstance(alone.data, Setting) and not alone.title and not links:
        return alone.data.text
    return words_of(replace(scene, fields=others, links=links))
