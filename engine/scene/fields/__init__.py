"""The types of fields, by the name that files use."""

from collections.abc import Mapping

from engine.scene.fields import (
    child,
    example,
    goal,
    memory,
    mood,
    relation,
    role,
    rule,
    setting,
    text,
)
from engine.scene.fields.field_type import FieldType

TYPES: Mapping[str, FieldType] = {
    module.TYPE.name: module.TYPE
    for module in (setting, role, relation, goal, mood, rule, memory, example, text, child)
}
