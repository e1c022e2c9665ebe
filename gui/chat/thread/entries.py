"""What stands in a thread, one entry below the other, before anything of it is a widget."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from adapters.catalog.records import Message
from gui.chat.live_reply import LiveReply
from gui.notices import Problem
from gui.theme.fonts import line_height
from gui.theme.tokens import theme

Key = tuple[str, int | None]
LETTER = 7.2  # pixels of a letter of running text, about
BUBBLE = 532  # pixels of the widest text of the owner's
MOST_LETTERS = 60_000


@dataclass(frozen=True)
class Room:
    """What heights are guessed with: read once for thousands of entries, in pixels."""

    width: int  # of the text of a reply
    line: int
    scale: float

    @classmethod
    def now(cls, width: int) -> "Room":
        return cls(width, line_height("reading"), theme.scale)

    def text(self, text: str, most: int | None = None) -> int:
        """The height of running text; right to a few lines for plain prose."""
        width = self.width if most is None else min(self.width, most * self.scale)
        shown = text[:MOST_LETTERS]
        letters = max(1.0, width / (LETTER * self.scale))
        return max(1, ceil(len(shown) / letters) + shown.count("\n") // 2) * self.line


@dataclass(frozen=True)
class OwnerEntry:
    """A message of the owner; ``siblings`` are its versions, itself included, oldest first."""

    message: Message
    siblings: tuple[int, ...] = ()

    @property
    def key(self) -> Key:
        """By the parent: another version in the same place keeps the widget."""
        return ("owner", self.message.parent)

    def guess_height(self, room: Room) -> int:
        return room.text(self.message.text, BUBBLE) + round(20 * room.scale)


@dataclass(frozen=True)
class ReplyEntry:
    """A reply as the catalog holds it."""

    message: Message
    siblings: tuple[int, ...] = ()
    turns_left_out: int = 0
    scene_changed: bool = False  # since the reply before

    @property
    def key(self) -> Key:
        return ("reply", self.message.parent)

    def guess_height(self, room: Room) -> int:
        return room.text(self.message.text) + round(76 * room.scale)


@dataclass(frozen=True)
class LiveEntry:
    """A reply that is being written."""

    live: LiveReply

    @property
    def key(self) -> Key:
        return ("reply", self.live.parent)

    def guess_height(self, room: Room) -> int:
        return room.text(self.live.text) + round(76 * room.scale)


@dataclass(frozen=True)
class ProblemEntry:
    """Why there is no reply, where it would stand."""

    parent: int | None
    problem: Problem
    retry: Callable[[], None] = field(compare=False)

    @property
    def key(self) -> Key:
        return ("problem", self.parent)

    def guess_height(self, room: Room) -> int:
        return round(140 * room.scale)


Entry = OwnerEntry | ReplyEntry | LiveEntry | ProblemEntry
