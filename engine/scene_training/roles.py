"""Whom a corpus of scenes can teach: roles of one name are one, in whatever scene they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from adapters.catalog.folding import fold
from adapters.errors import UserError
from adapters.wording import phrase
from engine.scene.model import Field
from engine.scene_training.played import Played

ENOUGH = 20  # lines; of fewer a voice learns these lines and no manner


@dataclass(frozen=True)
class RoleLines:
    """A role that the model plays, how much it says, and in how many scenes."""

    name: str
    lines: int
    scenes: int


def roles_in(played: Iterable[Played]) -> tuple[RoleLines, ...]:
    """Whoever says most first."""
    found: dict[str, RoleLines] = {}
    for one in played:
        for role in one.cast.roles:
            if count := len(one.lines(role)):
                name = role.title.strip()
                before = found.get(fold(name), RoleLines(name, 0, 0))
                more = RoleLines(before.name, before.lines + count, before.scenes + 1)
                found[fold(name)] = more
    return tuple(sorted(found.values(), key=lambda one: (-one.lines, one.name)))


def chosen(roles: Sequence[RoleLines], wanted: Sequence[str]) -> tuple[RoleLines, ...]:
    """Those of the ``wanted`` names, or all with enough lines. Raises ``UserError``."""
    if not wanted:
        enough = tuple(role for role in roles if role.lines >= ENOUGH)
        if not enough:
            raise _too_few(roles)
        return enough
    known = {fold(role.name): role for role in roles}
    for name in wanted:
        if fold(name) not in known:
            raise _unknown(name, roles)
    return tuple(dict.fromkeys(known[fold(name)] for name in wanted))


def in_scene(played: Played, name: str) -> Field | None:
    """The role of that name, if it says something here."""
    for role in played.cast.roles:
        if fold(role.title.strip()) == fold(name) and played.lines(role):
            return role
    return None


def _too_few(roles: Sequence[RoleLines]) -> UserError:
    why = (
        phrase(
            "errors",
            "{name} says most, {lines} lines; {enough} are needed.",
            name=roles[0].name,
            lines=roles[0].lines,
            enough=ENOUGH,
        )
        if roles
        else phrase("errors", "Nobody speaks in any of its files.")
    )
    return UserError(
        phrase("errors", "No role of these scenes says enough to learn from."),
        why,
        phrase("errors", "Add scenes with dialogue, plays or chats, or name the roles."),
    )


def _unknown(name: str, roles: Sequence[RoleLines]) -> UserError:
    known = ", ".join(role.name for role in roles[:8]) or "–"
    return UserError(
        phrase("errors", "There is no role “{name}” in these scenes.", name=name),
        phrase("errors", "Those who speak are: {names}.", names=known),
        phrase("errors", "Name one of them."),
    )
