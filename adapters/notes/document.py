"""What reading a folder of notes gives: documents, and the files that are none."""

from dataclasses import dataclass

from adapters.wording import Phrase


@dataclass(frozen=True)
class Document:
    """One note. ``path`` is relative to the folder, with forward slashes."""

    path: str
    title: str
    text: str  # without the title, as light markdown
    bytes: int


@dataclass(frozen=True)
class Skipped:
    """A file, or a whole folder, that nothing is learned from, and why."""

    path: str
    bytes: int
    reason: Phrase


class CannotReadError(Exception):
    """This file gives no note; ``reason`` says why in the owner's words."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(str(reason))
        self.reason = reason
