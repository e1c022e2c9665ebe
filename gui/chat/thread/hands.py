"""What a message can ask for; the page does it."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from adapters.catalog.records import Message


class Hands(Protocol):
    """Given to every message of a thread."""

    def copy(self, text: str) -> None:
        """Put text on the clipboard."""

    def answer_again(self, reply: Message) -> None:
        """Ask for another reply with the same voice and strength."""

    def choose_voice(self, reply: Message, anchor: QWidget) -> None:
        """Let the owner choose the voice that answers instead; the list opens at ``anchor``."""

    def resend(self, message: Message, text: str) -> None:
        """Send a changed text in the message's place, as a branch beside it."""

    def show_sibling(self, message: int) -> None:
        """Show the branch that holds another version."""

    def open_link(self, address: str) -> None:
        """Ask, and open a web address in the browser."""

    def edited(self, message: Message) -> str:
        """The text that was being edited when the window was closed, or the message's own."""

    def keep_edit(self, message: Message, text: str | None) -> None:
        """Keep what is being edited through a crash; None when it is sent or dropped."""
