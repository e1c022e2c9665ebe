"""Whose turns of a conversation are learned.

The owner says once for each folder under which names they speak. A file made for teaching
(ShareGPT, ChatML, Alpaca) has roles in place of names: its answers are what it is there to
teach, so they are learned unless the owner says that they are the one who asks.
"""

from collections.abc import Set

from adapters.notes.document import Document
from adapters.wording import Phrase, phrase

ASSISTANT, USER = "assistant", "user"  # the names of roles, as the readers give them
NO_NAMES: frozenset[str] = frozenset()


def owner_in(document: Document, names: Set[str]) -> frozenset[str]:
    """Under which of its speakers' names the owner speaks in this conversation."""
    return owner_among(frozenset(turn.speaker for turn in document.turns), names)


def owner_among(speakers: frozenset[str], names: Set[str]) -> frozenset[str]:
    """Which of a conversation's speakers are the owner."""
    if chosen := speakers & names:
        return chosen
    return frozenset({ASSISTANT}) & speakers if speakers <= {ASSISTANT, USER} else NO_NAMES


def why_silent(speakers: frozenset[str], names: Set[str]) -> Phrase | None:
    """Why nothing is learned from a conversation of these; None where the owner speaks in it."""
    if owner_among(speakers, names):
        return None
    if names:
        return phrase("notes", "a conversation in which you say nothing")
    return phrase("notes", "a conversation: say who you are in it")
