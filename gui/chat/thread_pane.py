"""The thread of the conversation on screen, or the sentence that stands for an empty one."""

from PySide6.QtWidgets import QStackedWidget

from gui.chat.announce import announce
from gui.chat.empty import Empty
from gui.chat.live_reply import LiveReply
from gui.chat.talk import Talk
from gui.chat.thread.entries import Entry, OwnerEntry, ProblemEntry, ReplyEntry
from gui.chat.thread.footer import speaker
from gui.chat.thread.hands import Hands
from gui.chat.thread.item import Item
from gui.chat.thread.owner import OwnerItem
from gui.chat.thread.problem import ProblemItem
from gui.chat.thread.reply import ReplyItem
from gui.chat.thread.view import ThreadView
from gui.context import Context


class ThreadPane(QStackedWidget):
    def __init__(self, context: Context, talk: Talk, hands: Hands) -> None:
        super().__init__()
        self._bridge, self._talk, self._hands = context.bridge, talk, hands
        self.empty, self.view = Empty(), ThreadView(self._make)
        self.addWidget(self.empty)
        self.addWidget(self.view)
        talk.opened.connect(self._open)
        talk.changed.connect(self._renew)
        talk.replies.progressed.connect(self._follow)
        talk.replies.ended.connect(self._announce)

    def _make(self, entry: Entry) -> Item:
        match entry:
            case OwnerEntry():
                return OwnerItem(entry, self._hands)
            case ProblemEntry():
                return ProblemItem(entry)
            case _:
                return ReplyItem(entry, self._hands, self._model_name())

    def _model_name(self) -> str | None:
        return self._bridge.model.name if self._bridge.model is not None else None

    def _open(self, message: int | None) -> None:
        entries = self._talk.entries()
        self._show_either(entries)
        self.view.show_thread(entries)
        if message is not None:
            self.show_message(message)

    def show_message(self, message: int) -> None:
        """Scroll to a message of the branch on screen."""
        for entry in self._talk.entries():
            if isinstance(entry, OwnerEntry | ReplyEntry) and entry.message.id == message:
                self.view.reveal(entry.key)

    def _renew(self) -> None:
        entries = self._talk.entries()
        self._show_either(entries)
        self.view.update_thread(entries)

    def _show_either(self, entries: list[Entry]) -> None:
        self.setCurrentWidget(self.view if entries else self.empty)

    def _follow(self, live: LiveReply) -> None:
        item = self.view.item(("reply", live.parent))
        if isinstance(item, ReplyItem):
            item.follow()

    def _announce(self, live: LiveReply) -> None:
        """Once, when it is complete; not each token."""
        if live.finished and live.conversation == self._talk.conversation_id():
            name = speaker(live.voice_name, self._model_name())
            announce(self.view, f"{name}: {live.text}")
