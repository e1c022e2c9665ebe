"""A conversation as one Markdown text, for the clipboard."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from adapters.catalog.records import Message
from gui.chat.thread.footer import speaker


def as_markdown(title: str, messages: Iterable[Message]) -> str:
    """A heading, then each turn under the name of who spoke."""
    you = QCoreApplication.translate("ChatMarkdown", "You")
    parts = [f"# {' '.join(title.split())}"] if title.strip() else []
    for message in messages:
        owner = message.author == "owner"
        name = you if owner else speaker(message.voice_name, message.model_name)
        parts.append(f"**{name}:**\n\n{message.text.strip()}")
    return "\n\n".join(parts) + "\n"
