"""What reading a folder of notes gives: documents, and the files that are none."""

from dataclasses import dataclass

from adapters.wording import Phrase


@dataclass(frozen=True)
class Turn:
    """What one speaker of a conversation says before another speaks."""

    speaker: str
    text: str


@dataclass(frozen=True)
class Document:
    """One note, or one sitting of a conversation.

    ``path`` is relative to the folder, with forward slashes, and names one note only: a note
    inside of a file has the file's path before its own, as ``archive.zip/garden/frost.md``.
    The ``text`` of a conversation is its transcript, ``Name: what was said`` for each turn.
    """

    path: str
    title: str
    text: str  # without the title, as light markdown
    bytes: int
    turns: tuple[Turn, ...] = ()  # of a conversation, in order; empty for a note


@dataclass(frozen=True)
class Skipped:
    """A file, a note inside of one, or a whole folder, that nothing is learned from, and why."""

    path: str
    bytes: int
    reason: Phrase


class CannotReadError(Exception):
    """This file gives no note; ``reason`` says why in the owner's words."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(str(reason))
        self.reason = reason
