"""The whole scene inside of a foreign file, where the file's own parts could not hold it.

It is believed only while the rest of the file is what that scene would write; once another
program has changed the file, the file's own parts count.
"""

from collections.abc import Callable
from typing import Any

from engine.scene.exchange.parts import Values
from engine.scene.format import decode, encode
from engine.scene.format.refusal import UnreadableError
from engine.scene.model import Scene

KEY = "timbre"


def added(values: Values, scene: Scene, read: Callable[[Values], Scene]) -> Values:
    """``values`` with the scene, unless ``read`` already makes the same scene of them."""
    try:
        if read(values) == scene:
            return values
    except UnreadableError:
        pass
    return values | {KEY: {"scene": encode.values_of(scene)}}


def believed(values: Values, write: Callable[[Scene], Values]) -> tuple[Values, Scene | None]:
    """``values`` without the scene, and the scene where it still tells the same as they do."""
    own: Any = values.get(KEY)
    plain = {key: value for key, value in values.items() if key != KEY}
    if not isinstance(own, dict) or "scene" not in own:
        return values, None
    try:
        scene = decode.scene_of(own["scene"])
        told = write(scene)
    except UnreadableError:
        return plain, None
    return plain, scene if told == plain else None
