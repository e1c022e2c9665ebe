"""The conversation on screen: which one, and what it holds."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from adapters.catalog import blends, conversations, preferences, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Blend, Conversation, Message, Voice
from engine import instructions
from engine.language import language_for
from gui.chat.drafts import Drafts
from gui.chat.live_reply import LiveReply
from gui.chat.loaded import Loaded, load
from gui.chat.replies import Replies
from gui.chat.thread.entries import Entry, LiveEntry, OwnerEntry, ReplyEntry
from gui.context import Context

Get = Callable[[Catalog, int], Voice | Blend]
LAST_VOICE = "voice and strength of new conversations"


class Talk(QObject):
    """``opened``: another conversation is on screen; ``changed``: it holds something new;
    ``described``: its title, instruction, voice or strength is another."""

    opened = Signal(object)  # the message to show, or None
    changed = Signal()
    described = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._catalog = context.catalog
        self.writer = context.writer
        self.drafts = Drafts(self._catalog, self.writer, self)
        self.replies = Replies(context.bridge, self)
        self.loaded: Loaded | None = None
        self._wanted: int | None = None  # the conversation that is being read
        self.replies.begun.connect(self._reply_changed)
        self.replies.ended.connect(self._reply_ended)

    # --- which conversation -------------------------------------------------------------

    @property
    def conversation(self) -> Conversation | None:
        return self.loaded.conversation if self.loaded is not None else None

    def conversation_id(self) -> int | None:
        return self.loaded.conversation.id if self.loaded is not None else None

    def open(self, conversation: int, message: int | None = None) -> None:
        """Read a conversation and show it, on the branch that holds ``message``."""
        self.drafts.save()
        self._wanted = conversation
        # Behind the writes that wait: it must read them.
        self.writer.put(
            lambda: load(self._catalog, conversation, message),
            lambda loaded: self._show(loaded, message),
            owner=self,
        )

    def begin(self, voice: int | None = None, blend: int | None = None) -> None:
        """Make a new conversation and show it; who spoke last answers where nobody is named."""
        self.drafts.save()
        self.writer.put(lambda: self._create(voice, blend), self._created, owner=self)

    def reload(self) -> None:
        """Read the conversation on screen anew."""
        if (now := self.conversation) is not None:
            self.drafts.save()  # or a voice that was chosen just now would be read as it was
            self.writer.put(lambda: load(self._catalog, now.id), self._renew, owner=self)

    def append(self, message: Message) -> None:
        """A message of the owner was stored: it stands behind its parent now."""
        now = self.loaded
        if now is None or now.conversation.id != message.conversation:
            return
        kept = [n for n, other in enumerate(now.messages) if other.id == message.parent]
        before = now.messages[: kept[0] + 1] if kept else ()
        self.loaded = replace(now, messages=(*before, message))
        self.changed.emit()

    def describe(self, loaded: Loaded) -> None:
        """Its voice or strength is another; the thread is the same."""
        self.loaded = loaded
        self.described.emit()

    def close(self) -> None:
        """Show none: it was deleted."""
        self.loaded = self._wanted = None
        self.opened.emit(None)

    def _create(self, voice: int | None, blend: int | None) -> Conversation:
        last = preferences.get(self._catalog, LAST_VOICE, {})
        named = voice is not None or blend is not None
        if not named:
            voice = self._still_there(voices.get, last.get("voice"))
            blend = self._still_there(blends.get, last.get("blend"))
        language = language_for(self._context.settings.language)
        return conversations.create(
            self._catalog,
            instructions.for_new_conversation(self._catalog, language),
            voice=voice,
            strength=1.0 if named else last.get("strength", 1.0),
            blend=blend,
        )

    def _still_there(self, get: Get, id_: int | None) -> int | None:
        """The id of a voice or blend that was not deleted."""
        try:
            gone = id_ is None or get(self._catalog, id_).trashed is not None
        except LookupError:
            gone = True
        return None if gone else id_

    def _created(self, made: Conversation) -> None:
        self._context.news.conversations.emit()
        self.open(made.id)

    def _show(self, loaded: Loaded, message: int | None) -> None:
        if loaded.conversation.id == self._wanted:
            self.loaded = loaded
            self.opened.emit(message)

    def _renew(self, loaded: Loaded) -> None:
        if loaded.conversation.id == self._wanted:
            self.loaded = loaded
            self.changed.emit()
            self.described.emit()

    # --- what it holds ------------------------------------------------------------------

    def live(self) -> LiveReply | None:
        """The reply that is being written here."""
        now = self.conversation
        return self.replies.of(now.id) if now is not None else None

    def entries(self) -> list[Entry]:
        """The thread from its first message to its last."""
        if self.loaded is None:
            return []
        live = self.live()
        made: list[Entry] = []
        path = self.loaded.messages
        scene: int | None = None  # the version in which the last reply was said
        for message, follower in zip(path, [*path[1:], None], strict=False):
            if live is not None and message.author != "owner" and message.parent == live.parent:
                break  # it is being written anew
            made.append(self._entry(message, scene))
            if message.author != "owner":
                scene = message.scene_version or scene
            made += self._problems(message, follower)
        if not path:
            made += self._problem_after(None)
        return [*made, *([LiveEntry(live)] if live is not None else [])]

    def _entry(self, message: Message, scene: int | None) -> Entry:
        assert self.loaded is not None
        siblings = self.loaded.forks.get(message.id, ())
        if message.author == "owner":
            return OwnerEntry(message, siblings)
        changed = scene is not None and message.scene_version not in (None, scene)
        left_out = self.replies.turns_left_out(message)
        return ReplyEntry(message, siblings, left_out, changed)

    def _problems(self, message: Message, follower: Message | None) -> list[Entry]:
        """What went wrong with the reply that stands here, or should follow."""
        found: list[Entry] = []
        if message.author != "owner" and message.parent is not None:
            found += self._problem_after(message.parent)
        return found if follower is not None else found + self._problem_after(message.id)

    def _problem_after(self, message: int | None) -> list[Entry]:
        now = self.conversation_id()
        problem = self.replies.problem(now, message) if now is not None else None
        return [problem] if problem is not None else []

    def _reply_changed(self, live: LiveReply) -> None:
        if self._is_here(live):
            self.changed.emit()

    def _reply_ended(self, live: LiveReply) -> None:
        self._context.news.conversations.emit()
        if self._is_here(live):
            self.reload()

    def _is_here(self, live: LiveReply) -> bool:
        return self.conversation is not None and self.conversation.id == live.conversation
