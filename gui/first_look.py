"""How the window looked last time, for the first paint.

The settings themselves are read after it: the library that checks them takes a quarter of
the time until then. What is kept here is only what the owner saw last.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from engine.language import Choice as Language
from engine.places import Places
from gui.theme.apply import Choice as Colours

if TYPE_CHECKING:
    from engine.settings import Settings


@dataclass(frozen=True)
class Look:
    """What of the settings can be seen at once; the same names and values as there."""

    theme: Colours = "system"
    language: Language = "system"
    text_size: int = 100
    reduced_motion: bool = False

    @classmethod
    def of(cls, settings: "Settings") -> Self:
        return cls(settings.theme, settings.language, settings.text_size, settings.reduced_motion)


def read(places: Places) -> Look:
    """What was kept; a file that makes no sense gives the usual look."""
    try:
        kept: dict[str, Any] = json.loads(_file(places).read_text(encoding="utf-8"))
        look = Look(**kept)
    except (OSError, ValueError, TypeError):
        return Look()
    known = look.theme in ("system", "light", "dark") and look.language in ("system", "en", "ru")
    sized = isinstance(look.text_size, int) and 90 <= look.text_size <= 150
    return look if known and sized else Look()


def keep(places: Places, look: Look) -> None:
    """Write it down; where that is not possible, the next first paint is the usual one."""
    aside = _file(places).with_suffix(".new")
    with suppress(OSError):
        aside.write_text(json.dumps(asdict(look)), encoding="utf-8")
        aside.replace(_file(places))


def _file(places: Places) -> Path:
    return places.data / "look.json"
