"""What the window asks of a page. A page takes what it can; the rest does nothing."""

from typing import Literal

from PySide6.QtWidgets import QWidget

# Reached by the window's shortcuts from everywhere (see gui/shortcuts.py).
Action = Literal["new", "search", "composer", "voice", "weaker", "stronger", "escape"]


class Page(QWidget):
    """Base of the pages; each is made with a ``Context`` when it is first shown."""

    def arrive(self, argument: object) -> None:
        """Called whenever the page is shown; ``argument`` says what to show, None: as it was."""

    def place(self) -> object:
        """What ``arrive`` needs to show the same again in a page made anew (another language)."""
        return None

    def save(self) -> None:
        """Called before the page goes: write drafts and the like."""

    def narrow(self, narrow: bool) -> None:
        """The window has become too narrow for a list beside the page (under 1100 px), or not."""

    def act(self, action: Action) -> bool:  # noqa: ARG002 - for those that take it
        """Do what a shortcut asks; False where this page has no such thing."""
        return False
