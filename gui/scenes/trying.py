"""Try in chat: a conversation that begins with the scene as its instruction."""

from dataclasses import dataclass

from adapters.catalog import conversations
from adapters.catalog.database import Catalog
from adapters.catalog.records import Blend, Conversation, Voice
from engine.scene.fields.role import Role
from engine.scene.model import Scene, roles


@dataclass(frozen=True)
class Trial:
    """What the conversation is begun with."""

    title: str
    instruction: str
    speaker: Voice | Blend | None = None
    strength: float = 1.0


def answering(scene: Scene) -> Role | None:
    """The first role that the model speaks for."""
    played = (one.data for one in roles(scene) if isinstance(one.data, Role))
    return next((one for one in played if one.played_by == "model"), None)


def begin(catalog: Catalog, trial: Trial) -> Conversation:
    """Make it; the scene's title is that of the conversation."""
    voice = trial.speaker.id if isinstance(trial.speaker, Voice) else None
    blend = trial.speaker.id if isinstance(trial.speaker, Blend) else None
    made = conversations.create(catalog, trial.instruction, voice, trial.strength, blend)
    if trial.title:
        conversations.rename(catalog, made.id, trial.title)
    return made
