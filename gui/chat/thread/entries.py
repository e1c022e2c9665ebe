"""What stands in a thread, one entry below the other, before anything of it is a widget."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from adapters.catalog.records import Message
from gui.chat.live_reply import LiveReply
from gui.notices import Problem
from gui.theme.fonts import line_height
from gui.theme.tokens import px

Key = tuple[str, int | None]
LETTER = 7.2  # pixels of a letter of running text, about


@dataclass(frozen=True)
class OwnerEntry:
    """A message of the owner; ``siblings`` are its versions, itself included, oldest first."""

    message: Message
    siblings: tuple[int, ...] = ()

    @property
    def key(self) -> Key:
        """By the parent: another version in the same place keeps the widget."""
        return ("owner", self.message.parent)

    def guess_height(self, width: int) -> int:
        return _lines(self.message.text, min(width, px(532))) * line_height("reading") + px(20)


@dataclass(frozen=True)
class ReplyEntry:
    """A reply as the catalog holds it."""

    message: Message
    siblings: tuple[int, ...] = ()
    turns_left_out: int = 0

    @property
    def key(self) -> Key:
        return ("reply", self.message.parent)

    def guess_height(self, width: int) -> int:
        return _lines(self.message.text, width) * line_height("reading") + px(76)


@dataclass(frozen=True)
class LiveEntry:
    """A reply that is being written."""

    live: LiveReply

    @property
    def key(self) -> Key:
        return ("reply", self.live.parent)

    def guess_height(self, width: int) -> int:
        return _lines(self.live.text, width) * line_height("reading") + px(76)


@dataclass(frozen=True)
class ProblemEntry:
    """Why there is no reply, where it would stand."""

    parent: int
    problem: Problem
    retry: Callable[[], None] = field(compare=False)

    @property
    def key(self) -> Key:
        return ("problem", self.parent)

    def guess_height(self, width: int) -> int:  # noqa: ARG002 - as the others
        return px(140)


Entry = OwnerEntry | ReplyEntry | LiveEntry | ProblemEntry


def _lines(text: str, width: int) -> int:
    """How many lines the text will take, about; right to a few lines for plain prose."""
    shown = text[:60_000]
    letters = max(1.0, width / (LETTER * px(100) / 100))
    return max(1, ceil(len(shown) / letters) + shown.count("\n") // 2)
