"""The design tokens, and the one object that knows which of them hold now."""

import json
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

RESOURCES = Path(__file__).parents[2] / "resources"
Scheme = Literal["light", "dark"]


def read_tokens() -> dict[str, Any]:
    text = (RESOURCES / "theme" / "tokens.json").read_text(encoding="utf-8")
    tokens: dict[str, Any] = json.loads(text)
    return tokens


TOKENS = read_tokens()
VOICE_COLOURS = tuple(TOKENS["voice"])


class Theme(QObject):
    """Light or dark, the owner's text size, and whether things move.

    ``changed`` is emitted after the application wears the new look; whoever paints
    with ``colour`` only needs to repaint.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme: Scheme = "light"
        self.scale = 1.0
        self.motion = True

    def set(self, scheme: Scheme, scale: float, motion: bool) -> bool:
        """Take new values; says whether any of them differs. Does not emit ``changed``."""
        before = (self.scheme, self.scale, self.motion)
        self.scheme, self.scale, self.motion = scheme, scale, motion
        return before != (scheme, scale, motion)


theme = Theme()


def colour(name: str) -> QColor:
    """A colour of ``tokens.json`` in the present scheme; KeyError for an unknown name."""
    return QColor(TOKENS["color"][theme.scheme][name])


def voice_colour(name: str) -> QColor:
    """The colour of a voice; an unknown name (of a later version) is shown as slate."""
    known = TOKENS["voice"].get(name, TOKENS["voice"]["slate"])
    return QColor(known[theme.scheme])


def px(size: float) -> int:
    """A height or width that grows with the text, in pixels at the owner's text size."""
    return round(size * theme.scale)


def size(name: str) -> int:
    """A size of ``tokens.json`` (``rail``, ``control``...) at the owner's text size."""
    return px(TOKENS["size"][name])


def duration(name: str) -> int:
    """Milliseconds of a motion (``hover``, ``popup``, ``page``, ``meter``); 0 when reduced."""
    return int(TOKENS["motion"][f"{name}_ms"]) if theme.motion else 0
