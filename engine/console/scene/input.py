"""The scene that a command is about."""

from pathlib import Path

from engine.scene.exchange.files import import_scene
from engine.scene.model import Scene
from engine.scene.references import whole


def scene_in(path: Path) -> Scene:
    """Of any file that a scene can be read from, with its child scenes. Raises ``UserError``."""
    return whole(import_scene(path), path)
