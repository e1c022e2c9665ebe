"""A conversation leaves, by the clipboard or as a file; others come from files."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from adapters.catalog.records import Conversation
from engine.chats.chat import chat_of
from engine.chats.writing import markdown
from engine.messages import ChatExported, ChatsImported, ExportChat, ImportChats
from engine.messages.chats import ChatForm
from gui.chat.loaded import Loaded
from gui.chat.talk import Talk
from gui.context import Context
from gui.file_names import file_name, free
from gui.reveal import short

ENDINGS: dict[str, ChatForm] = {".md": "markdown", ".json": "json"}
CHATS = (".json", ".jsonl")


def may_be_chats(path: Path) -> bool:
    """By its name alone; what is in it is looked at when it is read."""
    return path.is_file() and path.suffix.lower() in CHATS


class ChatExchange(QObject):
    """``page`` is what file dialogs stand over."""

    def __init__(self, context: Context, talk: Talk, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._talk, self._page = context, talk, page

    def copy(self, loaded: Loaded) -> None:
        """All of it to the clipboard, as Markdown."""
        chat = chat_of(loaded.conversation, loaded.messages, self._you())
        QGuiApplication.clipboard().setText(markdown(chat))
        self._context.notices.toast(self.tr("Copied as Markdown"))

    def export(self, conversation: Conversation) -> None:
        """Ask where, then write it there; the ending of the name says in which form."""
        path = self._ask(conversation.title)
        if path is not None:
            form = ENDINGS[path.suffix.lower()]
            # Of a file that is there already, the dialog has asked.
            command = ExportChat(conversation.id, form, str(path), self._you(), replace=True)
            self._context.bridge.submit(command, on_finished=self._exported, owner=self)

    def ask(self) -> None:
        """Ask for a file and take its chats in."""
        title, home = self.tr("Import conversations"), str(Path.home())
        kinds = self.tr("Chats of ShareGPT, ChatML, SillyTavern or Timbre ({endings})")
        kinds = kinds.format(endings=" ".join(f"*{ending}" for ending in CHATS))
        chosen = QFileDialog.getOpenFileName(self._page, title, home, kinds)[0]
        if chosen:
            self.bring(Path(chosen))

    def bring(self, path: Path) -> None:
        """Take the chats of a file in; why one is refused is told by the notices."""
        command = ImportChats(str(path))
        self._context.bridge.submit(command, on_finished=self._imported, owner=self)

    def _ask(self, title: str) -> Path | None:
        kinds = ("Markdown (*.md)", "JSON (*.json)")
        name = file_name(title, self.tr("Conversation"))
        chosen, kind = QFileDialog.getSaveFileName(
            self._page,
            self.tr("Export the conversation"),
            str(Path.home() / f"{name}.md"),
            ";;".join(kinds),
        )
        if not chosen or Path(chosen).suffix.lower() in ENDINGS:
            return Path(chosen) if chosen else None
        return free(Path(chosen + (".json" if kind == kinds[1] else ".md")))

    def _exported(self, result: ChatExported) -> None:
        told = self.tr("The conversation was written to {path}")
        self._context.notices.toast(told.format(path=short(Path(result.path))))

    def _imported(self, result: ChatsImported) -> None:
        self._context.news.conversations.emit()
        self._talk.open(result.chats[0].conversation)
        told = self.tr("%n conversation(s) imported", "", len(result.chats))
        self._context.notices.toast(told)

    def _you(self) -> str:
        return self.tr("You")
