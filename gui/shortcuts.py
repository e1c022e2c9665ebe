"""The window's keys: one table, from which F1's list is made as well."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from gui.page import Action


@dataclass(frozen=True)
class Key:
    """A key that works everywhere in the window.

    ``page`` is shown first where it is named; ``action`` is what the page is asked to do.
    """

    keys: str
    page: str | None
    action: Action | None = None


KEYS = (
    Key("Ctrl+1", "chat"),
    Key("Ctrl+2", "voices"),
    Key("Ctrl+3", "scenes"),
    Key("Ctrl+4", "models"),
    Key("Ctrl+,", "settings"),
    Key("Ctrl+N", "chat", "new"),
    Key("Ctrl+F", None, "search"),
    Key("Ctrl+L", "chat", "composer"),
    Key("Ctrl+Shift+V", "chat", "voice"),
    Key("Ctrl+[", "chat", "weaker"),
    Key("Ctrl+]", "chat", "stronger"),
    Key("Esc", None, "escape"),
)


def shown(keys: str) -> str:
    """The keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def explained() -> list[tuple[str, str]]:
    """Every key with what it does, also those that the chat handles by itself."""
    return [
        (
            f"{shown('Ctrl+1')} … 4",
            QCoreApplication.translate("Shortcuts", "Chat, Voices, Scenes, Models"),
        ),
        (shown("Ctrl+,"), QCoreApplication.translate("Shortcuts", "Settings")),
        (shown("Ctrl+N"), QCoreApplication.translate("Shortcuts", "New conversation")),
        (shown("Ctrl+F"), QCoreApplication.translate("Shortcuts", "Search")),
        (shown("Ctrl+K"), QCoreApplication.translate("Shortcuts", "Go to anything")),
        (shown("Ctrl+L"), QCoreApplication.translate("Shortcuts", "Write a message")),
        (shown("Return"), QCoreApplication.translate("Shortcuts", "Send")),
        (shown("Shift+Return"), QCoreApplication.translate("Shortcuts", "New line")),
        (shown("Esc"), QCoreApplication.translate("Shortcuts", "Stop or close")),
        (shown("Ctrl+Shift+V"), QCoreApplication.translate("Shortcuts", "Choose a voice")),
        (
            f"{shown('Ctrl+[')}  {shown('Ctrl+]')}",
            QCoreApplication.translate("Shortcuts", "Strength of the voice"),
        ),
        ("↑ ↓", QCoreApplication.translate("Shortcuts", "From message to message")),
        ("C", QCoreApplication.translate("Shortcuts", "Copy the message")),
        ("R", QCoreApplication.translate("Shortcuts", "Answer again with another voice")),
        (shown("Ctrl+Z"), QCoreApplication.translate("Shortcuts", "Undo in a scene")),
        (shown("Ins"), QCoreApplication.translate("Shortcuts", "Add a card to a scene")),
        (shown("F2"), QCoreApplication.translate("Shortcuts", "Rename in the outline")),
        ("Alt+↑ ↓ ← →", QCoreApplication.translate("Shortcuts", "Move a field in the outline")),
        (shown("F1"), QCoreApplication.translate("Shortcuts", "This list")),
    ]
