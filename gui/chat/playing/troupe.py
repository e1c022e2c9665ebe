"""The scene of a conversation as the chat shows it: who speaks in it, in which colours."""

from dataclasses import dataclass

from adapters.catalog import blends, scenes, voices
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from engine import scene_store
from engine.scene.cast import cast_of
from engine.scene.fields.role import Role
from engine.scene.model import Field
from gui.chat.speaker import colour_of


@dataclass(frozen=True)
class Player:
    """A role that the model plays; ``colour`` is that of its voice, if it has one here."""

    id: str
    name: str
    voice: str | None
    colour: str | None
    strength: float


@dataclass(frozen=True)
class Troupe:
    """``owner`` is the id of the role that the owner plays, if the scene has one."""

    scene: int
    title: str
    version: int
    players: tuple[Player, ...]
    owner: str | None
    owner_name: str

    def player(self, id: str | None) -> Player | None:
        return next((one for one in self.players if one.id == id), None)


def troupe(catalog: Catalog, scene: int | None) -> Troupe | None:
    """None where there is no scene, it lies in the trash, or cannot be read."""
    if scene is None:
        return None
    try:
        kept = scenes.get(catalog, scene)
        found = scene_store.open_kept(catalog, scene)
    except (LookupError, UserError):
        return None
    if kept.trashed is not None:
        return None
    cast = cast_of(found)
    players = tuple(_player(catalog, one) for one in cast.roles)
    owner = cast.owner.id if cast.owner else None
    return Troupe(scene, kept.title, kept.version, players, owner, cast.owner_name)


def _player(catalog: Catalog, field: Field) -> Player:
    role = field.data
    assert isinstance(role, Role), "a cast is of roles"
    found = None
    if role.voice:
        found = voices.by_name(catalog, role.voice) or blends.by_name(catalog, role.voice)
    return Player(field.id, field.title.strip(), role.voice, colour_of(found), role.strength)
