"""What messages ask for, done with the page's own parts."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from adapters.catalog import preferences
from adapters.catalog.records import Message
from gui.chat.acts import Acts
from gui.chat.drafts import edit_key
from gui.chat.link_card import LinkCard, open_address
from gui.chat.talk import Talk
from gui.chat.voice_choice import VoiceChoice
from gui.context import Context


class PageHands:
    """See ``Hands``."""

    def __init__(
        self, page: QWidget, context: Context, talk: Talk, acts: Acts, choice: VoiceChoice
    ) -> None:
        self._page, self._context = page, context
        self._talk, self._acts, self._choice = talk, acts, choice

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._context.notices.toast(QCoreApplication.translate("ChatPage", "Copied"))

    def answer_again(self, reply: Message) -> None:
        self._acts.answer_again(reply)

    def choose_voice(self, reply: Message, anchor: QWidget) -> None:
        now = ("voice", reply.voice) if reply.voice is not None else None
        self._choice.open(anchor, now, lambda speaker: self._acts.answer_with(reply, speaker))

    def resend(self, message: Message, text: str) -> None:
        self._acts.resend(message, text)

    def show_sibling(self, message: int) -> None:
        self._acts.show_sibling(message)

    def open_link(self, address: str) -> None:
        card = LinkCard(self._page, address)
        card.agreed.connect(open_address)
        card.copied.connect(self.copy)
        card.open_in_middle()

    def edited(self, message: Message) -> str:
        kept = preferences.get(self._context.catalog, edit_key(message.id))
        return message.text if kept is None else str(kept)

    def keep_edit(self, message: Message, text: str | None) -> None:
        self._talk.drafts.edited(message.id, text)
