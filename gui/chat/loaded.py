"""A conversation as the thread needs it, read in one go off the GUI thread."""

from dataclasses import dataclass

from adapters.catalog import blends, conversations, messages, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Conversation, Message
from gui.chat.playing.troupe import Troupe, troupe
from gui.chat.speaker import Speaker


@dataclass(frozen=True)
class Loaded:
    """``forks`` gives, for a message with others in its place, all of them."""

    conversation: Conversation
    voice: Speaker  # that will answer; None as well when it lies in the trash
    messages: tuple[Message, ...]
    forks: dict[int, tuple[int, ...]]
    troupe: Troupe | None = None  # of the scene that it is played in


def load(catalog: Catalog, conversation: int, message: int | None = None) -> Loaded:
    """Read it, on the branch that holds ``message``. Raises ``LookupError`` for an unknown id."""
    path = messages.thread(catalog, conversation)
    if message is not None and all(other.id != message for other in path):
        show_branch(catalog, conversation, message)
        path = messages.thread(catalog, conversation)
    record = conversations.get(catalog, conversation)
    return Loaded(
        record,
        _speaker(catalog, record),
        tuple(path),
        messages.forks(catalog, conversation),
        troupe(catalog, record.scene),
    )


def show_branch(catalog: Catalog, conversation: int, message: int) -> None:
    """Put the branch on screen that ``message`` is part of, with the newest below it."""
    conversations.set_leaf(catalog, conversation, messages.tip(catalog, message))


def _speaker(catalog: Catalog, record: Conversation) -> Speaker:
    found: Speaker = None
    if record.blend is not None:
        found = blends.get(catalog, record.blend)
    elif record.voice is not None:
        found = voices.get(catalog, record.voice)
    return None if found is None or found.trashed is not None else found
