"""How a field of each type looks: its icon, and its colour in the compiled prompt."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from engine.scene.fields import TYPES
from engine.scene.fields.role import Role
from engine.scene.model import Field
from gui.theme.icons import draw
from gui.theme.tokens import colour, voice_colour
from gui.translate import words
from gui.widgets.dot import paint_dot

ICONS = {
    "setting": "map-pin",
    "role": "drama",
    "relation": "spline",
    "goal": "flag",
    "mood": "feather",
    "rule": "shield-check",
    "memory": "book-open",
    "example": "message-square",
    "text": "file-text",
    "scene": "triangle",
}
_INKS = {
    "setting": "slate",
    "relation": "lagoon",
    "goal": "ochre",
    "mood": "plum",
    "rule": "olive",
    "memory": "rose",
    "example": "indigo",
    "text": "slate",
    "scene": "lagoon",
}
Colours = Mapping[str, str]  # of the voices, by their names


def name_of(field: Field) -> str:
    """The field's title, else the name of its type."""
    return " ".join(field.title.split()) or words(TYPES[field.type].label)


def role_colour(field: Field, colours: Colours) -> str | None:
    """The colour of the voice in which a role speaks; None for the model itself."""
    voice = field.data.voice if isinstance(field.data, Role) else None
    return colours.get(voice) if voice else None


def ink_of(field: Field, colours: Colours) -> QColor:
    """The colour that stands for the field beside its name."""
    if field.type == "role":
        known = role_colour(field, colours)
        return voice_colour(known) if known else colour("text_3")
    return voice_colour(_INKS[field.type])


def paint_sign(painter: QPainter, field: Field, colours: Colours, box: QRectF) -> None:
    """A role's dot, or the icon of its type."""
    if field.type == "role":
        side = box.width() * 0.56
        inner = QRectF(0, 0, side, side)
        inner.moveCenter(box.center())
        paint_dot(painter, inner, role_colour(field, colours))
    else:
        draw(painter, ICONS[field.type], colour("text_2"), box.x(), box.y(), round(box.width()))
