"""Opening and saving a scene's file."""

from pathlib import Path

from adapters.voice import durable
from engine.scene.format import decode, encode, reading
from engine.scene.format.refusal import UnreadableError, not_written, refused
from engine.scene.model import Scene


def open_scene(path: Path) -> Scene:
    """A JSON file, or a YAML one by its suffix. Raises ``UserError``."""
    try:
        return parse(reading.read_bytes(path), path.suffix.lower() in reading.YAML)
    except UnreadableError as error:
        raise refused(path.name, error.why) from error


def parse(data: bytes, yaml: bool = False) -> Scene:
    """The scene in the bytes of a file. Raises ``UnreadableError``."""
    return decode.scene_of(reading.values_of(data, yaml))


def save_scene(path: Path, scene: Scene) -> None:
    """Write it as JSON, whole or not at all. Raises ``UserError``."""
    write(path, encode.text_of(scene).encode())


def write(path: Path, data: bytes) -> None:
    """The same for any file that a scene becomes."""
    try:
        durable.write(path, data)
    except OSError as error:
        raise not_written(path, error) from error
