"""What the owner can do to a blend from the gallery."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adapters.catalog import blends
from adapters.errors import UserError
from gui import background
from gui.chat.voice_choice import VoiceChoice
from gui.context import Context
from gui.translate import words
from gui.voices.edit_popover import Complaint


class BlendActions(QObject):
    """``context.news.voices`` after each change."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._choice = VoiceChoice(context, self)

    def talk(self, blend: int) -> None:
        """A new conversation, in which it answers."""
        self._context.news.go.emit("chat", ("blend", blend))

    def edit(self, blend: int, anchor: QWidget) -> None:
        """Change its voices and their strengths."""
        catalog = self._context.catalog
        background.run(
            lambda: blends.get(catalog, blend),
            lambda found: self._choice.edit(anchor, found),
            owner=anchor,
        )

    def rename(self, blend: int, name: str, answer: Complaint) -> None:
        """``answer`` hears None, or why the name cannot be taken."""

        def refused(error: UserError) -> None:
            answer(f"{words(error.why)} {words(error.next_step)}")

        self._context.writer.put(
            lambda: blends.rename(self._context.catalog, blend, name),
            lambda _: self._renamed(answer),
            refused,
        )

    def _renamed(self, answer: Complaint) -> None:
        self._context.news.voices.emit()
        answer(None)

    def delete(self, blend: int) -> None:
        """To the trash, with a way back."""
        catalog = self._context.catalog
        background.run(lambda: blends.get(catalog, blend), self._choice.delete, owner=self)
