"""Any file that a scene can be read from or written to."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from adapters.wording import phrase
from engine.scene.exchange import card, png, world
from engine.scene.format import decode, encode, reading
from engine.scene.format.refusal import UnreadableError, refused
from engine.scene.model import Scene

Form = Literal["scene", "card-v1", "card-v2", "card-v3", "png", "world"]


def import_scene(path: Path) -> Scene:
    """A scene of ours, a character card (JSON or PNG), or a World Info file.

    Raises ``UserError``.
    """
    try:
        data = reading.read_bytes(path, png.LARGEST)
        if data.startswith(png.SIGNATURE):
            data = png.card_in(data)
        scene = _scene(reading.values_of(data, path.suffix.lower() in reading.YAML))
    except UnreadableError as error:
        raise refused(path.name, error.why) from error
    return scene if scene.title else replace(scene, title=path.stem)


def exported(
    scene: Scene, form: Form, role: str | None = None, picture: bytes | None = None
) -> bytes:
    """The contents of a file. ``role`` and ``picture`` are for cards alone.

    Raises ``UnreadableError`` where a card has no role, or the picture is none.
    """
    if form == "scene":
        return encode.text_of(scene).encode()
    if form == "world":
        return _json(world.world_of(scene))
    if form == "png":
        made = card.card_of(scene, role)
        return png.with_card(_json(made), picture, made.get("spec") == "chara_card_v3")
    spec: card.Spec = {"card-v1": "v1", "card-v2": "v2", "card-v3": "v3"}[form]  # type: ignore[assignment]
    return _json(card.card_of(scene, role, spec))


def _scene(values: Any) -> Scene:
    if card.is_card(values):
        return card.scene_of(values)
    if world.is_world(values):
        return world.scene_of(values)
    if not isinstance(values, dict) or not {"format", "fields"} & values.keys():
        raise UnreadableError(
            phrase("scene", "It is neither a scene nor a character card nor a lorebook.")
        )
    return decode.scene_of(values)


def _json(values: Any) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()
