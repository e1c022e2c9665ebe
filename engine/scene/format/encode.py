"""A scene to plain values; what is as usual is left out, so that a difference is easy to read."""

import json
from typing import Any

from engine.scene.format.parts import told
from engine.scene.format.upgrade import FORMAT, VERSION
from engine.scene.model import Field, Link, Scene


def values_of(scene: Scene) -> dict[str, Any]:
    """``decode.scene_of`` makes the same scene of it, unknown keys included."""
    values: dict[str, Any] = {"format": FORMAT, "version": VERSION, "title": scene.title}
    values["language"] = scene.language
    values["fields"] = [field_values(one) for one in scene.fields]
    if scene.links:
        values["links"] = [link_values(one) for one in scene.links]
    return values | dict(scene.extra)


def text_of(scene: Scene) -> str:
    """The file's contents."""
    return json.dumps(values_of(scene), ensure_ascii=False, indent=2) + "\n"


def field_values(field: Field) -> dict[str, Any]:
    values: dict[str, Any] = {"id": field.id, "type": field.type}
    if field.title:
        values["title"] = field.title
    values |= dict(told(field.data))
    if when := dict(told(field.when)) | dict(field.when.extra):
        values["when"] = when
    if field.priority:
        values["priority"] = field.priority
    if field.place is not None:
        values["place"] = list(field.place)
    if field.folded:
        values["folded"] = True
    if field.fields:
        values["fields"] = [field_values(one) for one in field.fields]
    return values | dict(field.extra)


def link_values(link: Link) -> dict[str, Any]:
    values: dict[str, Any] = {"id": link.id, "source": link.source, "target": link.target}
    values["type"] = link.type
    if link.label:
        values["label"] = link.label
    return values | dict(link.extra)
