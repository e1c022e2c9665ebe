"""Who can speak in a scene."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from engine.language import Language
from engine.scene.fields.role import Role
from engine.scene.model import Field, Scene
from engine.scene.prompt.pieces import here

NAMELESS: Mapping[Language, str] = {"en": "User", "ru": "Собеседник"}


@dataclass(frozen=True)
class Cast:
    """``roles`` are those that the model plays, in the order of the document.

    ``owner`` is the role that the owner plays, if the scene has one.
    """

    roles: tuple[Field, ...]
    owner: Field | None
    owner_name: str

    @property
    def is_many(self) -> bool:
        """Whether a turn needs its speaker's name, because more than two speak."""
        return len(self.roles) > 1

    @property
    def names(self) -> tuple[str, ...]:
        return (*(one.title.strip() for one in self.roles), self.owner_name)

    def role(self, id: str) -> Field | None:
        return next((one for one in self.roles if one.id == id), None)


def cast_of(scene: Scene) -> Cast:
    """The roles of the scene itself; those of child scenes are told of and do not speak.

    A role without a name, or that is never told, cannot speak.
    """
    there = [
        one
        for one in here(scene.fields)
        if isinstance(one.data, Role) and one.title.strip() and one.when.mode != "never"
    ]
    owners = [one for one in there if _is_owners(one)]
    owner = owners[0] if owners else None
    name = owner.title.strip() if owner else NAMELESS[scene.language]
    return Cast(tuple(one for one in there if not _is_owners(one)), owner, name)


def in_turn(cast: Cast, spoke: Sequence[str], muted: Collection[str] = ()) -> Field | None:
    """The role after the one that spoke last, of those that may; None where all are muted.

    ``spoke`` are the ids of who spoke, oldest first; those that are no roles do not count.
    """
    order = [one.id for one in cast.roles]
    last = next((id for id in reversed(spoke) if id in order), None)
    start = order.index(last) + 1 if last is not None else 0
    around = (*cast.roles[start:], *cast.roles[:start])
    return next((one for one in around if one.id not in muted), None)


def _is_owners(field: Field) -> bool:
    return isinstance(field.data, Role) and field.data.played_by == "owner"
