"""A role by its name."""

from adapters.errors import UserError
from adapters.wording import phrase
from engine.scene.model import Field, Scene, roles


def role_named(scene: Scene, name: str | None) -> Field | None:
    """In any case of letters, or by its id; None where none is asked for. Raises ``UserError``."""
    if name is None:
        return None
    wanted = name.strip().casefold()
    for role in roles(scene):
        if wanted in (role.title.strip().casefold(), role.id.casefold()):
            return role
    known = ", ".join(role.title for role in roles(scene))
    raise UserError(
        phrase("console", "There is no role “{name}”.", name=name),
        phrase("console", "The scene has these roles: {names}.", names=known or "–"),
        phrase("console", "Name one of them."),
    )
