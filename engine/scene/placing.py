"""Where fields stand on the graph, written down for many of them at once."""

from collections.abc import Mapping
from dataclasses import replace

from engine.scene.model import Field, Scene

Place = tuple[float, float]


def placed(scene: Scene, where: Mapping[str, Place]) -> Scene:
    """The scene with these places, by the ids of fields; unknown ids are left out.

    One pass, however many there are; where nothing moved, the same scene.
    """
    fields = _placed(scene.fields, where)
    return scene if fields is scene.fields else replace(scene, fields=fields)


def _placed(fields: tuple[Field, ...], where: Mapping[str, Place]) -> tuple[Field, ...]:
    made = tuple(_one(field, where) for field in fields)
    same = all(new is old for new, old in zip(made, fields, strict=True))
    return fields if same else made


def _one(field: Field, where: Mapping[str, Place]) -> Field:
    inner, place = _placed(field.fields, where), where.get(field.id, field.place)
    if inner is field.fields and place == field.place:
        return field
    return replace(field, fields=inner, place=place)
