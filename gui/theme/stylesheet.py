"""``timbre.qss`` with the colours of a scheme filled in and its sizes scaled."""

import re

from gui.theme.tokens import RESOURCES, TOKENS, Scheme

_COLOUR = re.compile(r"@([a-z_0-9]+)")
# Type and the heights that must hold it; borders, radii and gaps stay.
_SCALED = re.compile(r"\b(font-size|min-height|max-height|min-width|max-width): ?([\d.]+)px")


def build(scheme: Scheme, scale: float) -> str:
    """KeyError for a colour that ``tokens.json`` does not hold."""
    text = (RESOURCES / "theme" / "timbre.qss").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    colours = TOKENS["color"][scheme]
    text = _COLOUR.sub(lambda found: str(colours[found[1]]), text)
    return _SCALED.sub(lambda found: f"{found[1]}: {round(float(found[2]) * scale)}px", text)
