"""The published JSON Schema, put together from the very types that read a file."""

import json
from typing import Any

from engine.scene.fields import TYPES
from engine.scene.format.head import FieldHead, LinkHead, SceneHead
from engine.scene.format.parts import adapter
from engine.scene.format.upgrade import FORMAT, VERSION
from engine.scene.model import When


def schema() -> dict[str, Any]:
    """Unknown keys are allowed everywhere: they are kept."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A scene of Timbre",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            **_properties(SceneHead),
            "fields": _list_of("field"),
            "links": _list_of("link"),
        },
        "$defs": {
            "field": {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in TYPES]},
            **{name: _field(name) for name in TYPES},
            "when": _object(When, _properties(When)),
            "link": {
                **_object(LinkHead, _properties(LinkHead)),
                "required": ["source", "target"],
            },
        },
    }


def _field(name: str) -> dict[str, Any]:
    data = TYPES[name].data
    head = _properties(FieldHead) | {"type": {"const": name}}
    inner = {"when": {"$ref": "#/$defs/when"}, "fields": _list_of("field")}
    return {**_object(data, head | _properties(data) | inner), "required": ["type"]}


def _object(kind: type, properties: dict[str, Any]) -> dict[str, Any]:
    described = {"description": kind.__doc__} if "(" not in (kind.__doc__ or "(")[:60] else {}
    return {"type": "object", **described, "properties": properties}


def _list_of(name: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _properties(kind: type) -> dict[str, Any]:
    found = adapter(kind).json_schema().get("properties", {})
    return {name: _without_title(value) for name, value in found.items() if name != "extra"}


def _without_title(value: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in value.items() if key != "title"}


if __name__ == "__main__":
    print(json.dumps(schema(), ensure_ascii=False, indent=2))
