"""The Chat page: the list, the thread and the composer around the conversation on screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from adapters.catalog import conversations
from adapters.catalog.records import Conversation
from gui import background
from gui.chat.acts import Acts
from gui.chat.composer.centred import Centred
from gui.chat.composer.composer import Composer
from gui.chat.conversations.pane import ConversationPane
from gui.chat.exchange import ChatExchange
from gui.chat.header import Header, Named
from gui.chat.instruction_card import InstructionCard
from gui.chat.page_hands import PageHands
from gui.chat.playing.cast_bar import CastBar
from gui.chat.playing.director import Director
from gui.chat.playing.scene_menu import offer_scenes
from gui.chat.speaker import Speaker, chosen_in
from gui.chat.talk import Talk
from gui.chat.thread_pane import ThreadPane
from gui.chat.voice_choice import VoiceChoice
from gui.context import Context
from gui.page import Action, Page
from gui.theme.tokens import size
from gui.widgets.layouts import column, pane

BELOW_COMPOSER = 14
BESIDE_LIST = 600  # pixels that the thread needs at least


class ChatPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.talk = Talk(context, self)
        self.director = Director(context, self.talk)
        self.acts = Acts(context, self.talk, self.director)
        self.choice = VoiceChoice(context, self)
        self.exchange = ChatExchange(context, self.talk, self)
        self.list = ConversationPane(context)
        self.header, self.composer = Header(), Composer()
        self.cast = CastBar(self.director)
        hands = PageHands(self, context, self.talk, self.acts, self.choice)
        self.messages = ThreadPane(context, self.talk, hands)
        self._write_next = False  # the focus goes to the composer once it is shown
        self._lay_out()
        self._connect()

    # --- what the window asks -----------------------------------------------------------

    def arrive(self, argument: object) -> None:
        """ "new", the id of a voice to talk with or ("blend", its id), what ``place`` gave (a
        message of it may follow), or None."""
        self.list.refresh()
        match argument:
            case "new":
                self.begin()
            case int():
                self.begin(argument)
            case ("blend", int(blend)):
                self.begin(blend=blend)
            case ("conversation", int(conversation)):
                self.talk.open(conversation)
            case ("conversation", int(conversation), int(message)):
                self.talk.open(conversation, message)
            case _ if self.talk.loaded is None:
                self._open_newest()
            case _:
                self.talk.reload()

    def place(self) -> object:
        now = self.talk.conversation_id()
        return None if now is None else ("conversation", now)

    def save(self) -> None:
        self.talk.drafts.save()
        self.talk.writer.flush()

    def narrow(self, narrow: bool) -> None:
        self.list.setVisible(not narrow)
        self.header.list_button.setVisible(narrow)

    def act(self, action: Action) -> bool:
        match action:
            case "new":
                self.begin()
            case "search":
                self.list.show()
                self.list.focus_search()
            case "composer":
                self.composer.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            case "voice":
                self._choose_voice(self.composer.voice)
            case "weaker" | "stronger":
                if self.composer.strength.isEnabled():
                    self.composer.strength.step(-1 if action == "weaker" else 1)
            case "escape":
                return self.acts.stop()
        return True

    # --- conversations ------------------------------------------------------------------

    def begin(self, voice: int | None = None, blend: int | None = None) -> None:
        """A new conversation; one that is still empty is used again."""
        self._write_next = True
        now = self.talk.loaded
        empty = now is not None and not now.messages and not self.composer.text().strip()
        if empty and voice is None and blend is None and now is not None:
            self.talk.open(now.conversation.id)
        else:
            self.talk.begin(voice, blend)

    def _open_newest(self) -> None:
        background.run(
            lambda: conversations.page(self._context.catalog, limit=1),
            self._open_or_begin,
            owner=self,
        )

    def _open_or_begin(self, newest: list[Conversation]) -> None:
        if newest:
            self._write_next = True
            self.talk.open(newest[0].id)
        else:
            self.begin()

    def _delete(self, conversation: int) -> None:
        """The next one comes into its place."""
        if conversation == self.talk.conversation_id():
            other = self.list.model.near(conversation)
            self.talk.close()
            if other is not None:
                self.talk.open(other.id)
            else:
                self.talk.begin()
        self.acts.delete(conversation)

    # --- what has changed ---------------------------------------------------------------

    def _show_opened(self) -> None:
        now = self.talk.conversation
        self.composer.set_text(now.draft if now is not None else "")
        self.list.show_chosen(now.id if now is not None else None)
        self._show_described()
        self._show_changed()
        if self._write_next:
            self._write_next = False
            self.composer.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_described(self) -> None:
        loaded = self.talk.loaded
        self.composer.setEnabled(loaded is not None)
        self.header.show_title(loaded.conversation.title if loaded is not None else "")
        if loaded is not None:
            self.composer.show_voice(loaded.voice)
            self.composer.show_scene(loaded.troupe is not None)
            self.composer.strength.set_value(loaded.conversation.strength)

    def _show_changed(self) -> None:
        self.composer.set_busy(self.talk.live() is not None)
        self.header.show_speakers(self._speakers())

    def _speakers(self) -> tuple[Named, ...]:
        messages = self.talk.loaded.messages if self.talk.loaded is not None else ()
        spoke = {m.voice_name: m.colour for m in messages if m.voice_name is not None}
        return tuple(spoke.items())

    # --- what the owner does ------------------------------------------------------------

    def _send(self, text: str) -> None:
        self.composer.set_text("")
        self.acts.send(text)

    def _take_back(self, text: str) -> None:
        """It could not be sent: give it back, before what was typed since."""
        since = self.composer.text()
        self.composer.set_text(f"{text}\n{since}" if since else text)
        self._keep_draft(self.composer.text())

    def _keep_draft(self, text: str) -> None:
        if text.strip():
            self._yield_to_owner()
        if (now := self.talk.conversation_id()) is not None:
            self.talk.drafts.typed(now, text)

    def _yield_to_owner(self) -> None:
        """Whoever types takes the floor: a scene that plays by itself stops at once."""
        if self.director.turns_left:
            self.acts.stop()

    def _offer_scenes(self) -> None:
        now = self.talk.conversation
        if now is not None:
            menu = offer_scenes(self, self._context.catalog, now.scene, self.acts.set_scene)
            menu.popup(self.header.menu_button.mapToGlobal(self.header.rect().bottomLeft()))

    def _choose_voice(self, anchor: QWidget) -> None:
        now = self.talk.conversation
        self.choice.open(anchor, chosen_in(now) if now is not None else None, self._set_voice)

    def _set_voice(self, speaker: Speaker) -> None:
        self.acts.choose_voice(speaker, self.composer.strength.value())

    def _set_strength(self, strength: float) -> None:
        if self.talk.loaded is not None:
            self.acts.choose_voice(self.talk.loaded.voice, strength)

    def _edit_instruction(self, anchor: QWidget) -> None:
        if (now := self.talk.conversation) is not None:
            card = InstructionCard(self, now.instruction)
            card.kept.connect(self.acts.set_instruction)
            card.open_below(anchor)

    def _copy_all(self) -> None:
        if (loaded := self.talk.loaded) is not None:
            self.exchange.copy(loaded)

    def _export(self) -> None:
        if (now := self.talk.conversation) is not None:
            self.exchange.export(now)

    def _rename(self, title: str) -> None:
        if (now := self.talk.conversation_id()) is not None:
            self.acts.rename(now, title)

    def _delete_shown(self) -> None:
        if (now := self.talk.conversation_id()) is not None:
            self._delete(now)

    def _leave_thread(self, forward: bool) -> None:
        after, before = self.composer.field, self.header.menu_button
        reason = Qt.FocusReason
        if forward:
            after.setFocus(reason.TabFocusReason)
        else:
            before.setFocus(reason.BacktabFocusReason)

    # --- wiring -------------------------------------------------------------------------

    def _connect(self) -> None:
        news = self._context.news
        news.conversations.connect(self.list.refresh)
        news.voices.connect(self.list.refresh)
        news.voices.connect(self.talk.reload)
        news.scenes.connect(self.talk.reload)
        self.talk.described.connect(self.cast.refresh)
        self.cast.scene_wanted.connect(lambda scene: news.go.emit("scenes", scene))
        self.talk.opened.connect(self._show_opened)
        self.talk.described.connect(self._show_described)
        self.talk.changed.connect(self._show_changed)
        self.acts.unsent.connect(self._take_back)
        self.list.chosen.connect(self.talk.open)
        self.list.new_wanted.connect(self.begin)
        self.list.import_wanted.connect(self.exchange.ask)
        self.list.drop.given.connect(self.exchange.bring)
        self.list.renamed.connect(self.acts.rename)
        self.list.delete_wanted.connect(self._delete)
        self._connect_thread()

    def _connect_thread(self) -> None:
        self.header.renamed.connect(self._rename)
        self.header.list_wanted.connect(lambda: self.list.setVisible(self.list.isHidden()))
        self.header.instruction_wanted.connect(self._edit_instruction)
        self.header.scene_wanted.connect(self._offer_scenes)
        self.header.copy_wanted.connect(self._copy_all)
        self.header.export_wanted.connect(self._export)
        self.header.delete_wanted.connect(self._delete_shown)
        self.messages.view.walk.left.connect(self._leave_thread)
        self.messages.empty.write.clicked.connect(lambda: self.act("composer"))
        self.composer.sent.connect(self._send)
        self.composer.stopped.connect(self.acts.stop)
        self.composer.typed.connect(self._keep_draft)
        self.composer.voice_wanted.connect(self._choose_voice)
        self.composer.strength_changed.connect(self._set_strength)
        self.composer.bounded.connect(self._context.notices.toast)

    def _lay_out(self) -> None:
        writing = QWidget()
        writing.setLayout(column(self.cast, self.composer, gap=4))
        below = Centred(writing, BELOW_COMPOSER)
        right = pane("canvas", column(self.header, gap=0))
        layout = right.layout()
        assert layout is not None
        layout.addWidget(self.messages)
        layout.addWidget(below)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.list)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setCollapsible(1, False)
        splitter.setHandleWidth(1)
        splitter.setSizes([size("list"), BESIDE_LIST])
        right.setMinimumWidth(BESIDE_LIST)
        self.setLayout(column(splitter, gap=0))
