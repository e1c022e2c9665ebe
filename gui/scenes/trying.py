"""Try in chat: a conversation in which the scene is played."""

from adapters.catalog import conversations
from adapters.catalog.database import Catalog
from adapters.catalog.records import Conversation
from engine.scene.fields.role import Role
from engine.scene.model import Scene, roles


def is_played(scene: Scene) -> bool:
    """Whether the model speaks for a role of it."""
    played = (one.data for one in roles(scene) if isinstance(one.data, Role))
    return any(one.played_by == "model" for one in played)


def begin(catalog: Catalog, kept: int, scene: Scene, prompt: str) -> Conversation:
    """Make the conversation. A scene without roles is its instruction, as it reads now."""
    if is_played(scene):
        made = conversations.create(catalog, "", scene=kept)
    else:
        made = conversations.create(catalog, prompt)
    if scene.title:
        conversations.rename(catalog, made.id, scene.title)
    return made
