"""The form of each type of field, under the name that the type has in files."""

from collections.abc import Callable, Mapping

from gui.scenes.forms import (
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
from gui.scenes.forms.hand import Hand, Row

FORMS: Mapping[str, Callable[[Hand], list[Row]]] = {
    "setting": setting.rows,
    "role": role.rows,
    "relation": relation.rows,
    "goal": goal.rows,
    "mood": mood.rows,
    "rule": rule.rows,
    "memory": memory.rows,
    "example": example.rows,
    "text": text.rows,
    "scene": child.rows,
}
