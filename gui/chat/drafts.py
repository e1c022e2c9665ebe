"""Keeps what is typed: a third of a second after the last letter, and when the page goes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from adapters.catalog import conversations, preferences
from adapters.catalog.database import Catalog
from gui.writer import Writer

SAVED_AFTER_MS = 300


class Drafts(QObject):
    """Drafts of new messages lie with their conversation, changes of sent ones among the
    preferences."""

    def __init__(self, catalog: Catalog, writer: Writer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog, self._writer = catalog, writer
        self._waiting: dict[str, Callable[[], None]] = {}
        self._timer = QTimer(self, singleShot=True, interval=SAVED_AFTER_MS)
        self._timer.timeout.connect(self.save)

    def typed(self, conversation: int, text: str) -> None:
        """Keep the draft of a conversation; an empty text forgets it."""
        self.keep(
            f"draft {conversation}",
            lambda: conversations.set_draft(self._catalog, conversation, text),
        )

    def edited(self, message: int, text: str | None) -> None:
        """Keep the change of a message that was sent; None forgets it."""
        key = edit_key(message)
        self.keep(key, lambda: preferences.put(self._catalog, key, text))

    def save(self) -> None:
        """Write what has changed; the newest text of each only."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for write in waiting.values():
            self._writer.put(write)

    def forget(self, conversation: int) -> None:
        """Its message is being sent: what was waiting must not come after it."""
        self._waiting.pop(f"draft {conversation}", None)

    def keep(self, key: str, write: Callable[[], None]) -> None:
        """Write in a third of a second, unless something newer under ``key`` comes before."""
        self._waiting[key] = write
        self._timer.start()


def edit_key(message: int) -> str:
    """Where the catalog keeps an unsent change of a message."""
    return f"edit of message {message}"
