"""The scenes that come with Timbre, in each language."""

from pathlib import Path

from engine.language import Language
from engine.scene.format.files import open_scene
from engine.scene.model import Scene

FOLDER = Path(__file__).parents[2] / "resources" / "scenes"


def starters(language: Language) -> dict[str, Scene]:
    """By the name of the file, which is the same in both languages."""
    return {path.stem: open_scene(path) for path in sorted((FOLDER / language).glob("*.json"))}
