"""Every text of a scene by a rule of the caller's."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from engine.scene.model import Field, Scene

Rule = Callable[[str], str]


def rewritten(scene: Scene, rule: Rule) -> Scene:
    """The same scene with titles, data and labels as ``rule`` gives them."""
    links = tuple(replace(one, label=rule(one.label)) for one in scene.links)
    return replace(scene, fields=tuple(_field(one, rule) for one in scene.fields), links=links)


def _field(field: Field, rule: Rule) -> Field:
    data: Any = field.data
    texts = {f.name: _value(getattr(data, f.name), rule) for f in fields(data)}
    below = tuple(_field(one, rule) for one in field.fields)
    return replace(field, title=rule(field.title), data=replace(data, **texts), fields=below)


def _value(value: Any, rule: Rule) -> Any:
    if isinstance(value, tuple):
        return tuple(rule(line) for line in value)
    return rule(value) if isinstance(value, str) else value
