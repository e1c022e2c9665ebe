"""The one place that shows messages: short toasts, and problems with their way out."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from adapters.errors import UserError
from engine.messages import Failed, Notice
from gui.translate import words


@dataclass(frozen=True)
class Toast:
    """One plain sentence; ``undo`` takes back what it tells."""

    text: str
    undo: Callable[[], None] | None = None


@dataclass(frozen=True)
class Problem:
    """What happened, why, and what to do next: plain text in the owner's language."""

    what: str
    why: str
    next_step: str
    details: str = ""

    def is_like(self, other: "Problem") -> bool:
        """Whether it tells the owner the same; the details are for a report."""
        return replace(self, details="") == replace(other, details="")

    @classmethod
    def of(cls, failed: Failed | UserError) -> "Problem":
        details = failed.details if isinstance(failed, Failed) else ""
        return cls(words(failed.what), words(failed.why), words(failed.next_step), details)


class Notices(QObject):
    """Pages call it; the window shows what it is told; tests listen to it."""

    toasted = Signal(object)  # Toast
    troubled = Signal(object)  # Problem

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say that something is done, with a way back where there is one."""
        self.toasted.emit(Toast(text, undo))

    def problem(self, failed: Failed | UserError) -> None:
        """Show what went wrong until the owner closes it."""
        self.troubled.emit(Problem.of(failed))

    def tell(self, notice: Notice) -> None:
        self.toast(words(notice.text))
