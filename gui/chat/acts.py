"""What the owner does to the conversation on screen: one short function for each act."""

from collections.abc import Callable
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QObject, Signal

from adapters.catalog import blends, conversations, messages, preferences
from adapters.catalog.records import Blend, Conversation, Message, Voice
from adapters.errors import UserError
from engine.blends import as_it_spoke
from gui.chat.live_reply import LiveReply
from gui.chat.loaded import Loaded, show_branch
from gui.chat.playing.director import Director
from gui.chat.speaker import Speaker, colour_of, command_of
from gui.chat.talk import LAST_VOICE, Talk
from gui.context import Context


class Acts(QObject):
    """``unsent`` gives a text back that could not be written down."""

    unsent = Signal(str)

    def __init__(self, context: Context, talk: Talk, director: Director) -> None:
        super().__init__(talk)
        self._context, self._catalog = context, context.catalog
        self._director = director
        self._talk, self._writer = talk, talk.writer

    # --- messages -----------------------------------------------------------------------

    def send(self, text: str) -> None:
        """Write the message down, then ask for a reply to it."""
        now = self._talk.loaded
        if now is None or self._talk.live() is not None:
            self.unsent.emit(text)
            return
        last = now.messages[-1].id if now.messages else None
        self._talk.drafts.forget(now.conversation.id)
        self._add(now, last, text, lambda error: self._give_back(text, error))

    def resend(self, message: Message, text: str) -> None:
        """Send another text in the place of ``message``: a branch beside it."""
        now = self._talk.loaded
        if now is not None and self._talk.live() is None:
            self._add(now, message.parent, text, self._context.notices.problem)

    def answer_again(self, reply: Message) -> None:
        """Another reply with the voice and strength of this one."""
        if reply.role is not None:
            self._director.again(reply.parent, reply.role)
        elif reply.parent is not None:
            spoke = reply.voice is not None or bool(reply.blend)
            name = reply.voice_name or ""
            self._ask(
                LiveReply(
                    reply.conversation,
                    reply.parent,
                    reply.voice,
                    name if spoke else None,
                    reply.colour if spoke else None,
                    1.0 if reply.strength is None else reply.strength,
                    as_it_spoke(name, reply.blend) if reply.blend else None,
                )
            )

    def answer_with(self, reply: Message, speaker: Speaker) -> None:
        """Another reply, by ``speaker``."""
        now = self._talk.conversation
        if reply.parent is not None and now is not None:
            self._ask_for(reply.conversation, reply.parent, speaker, now.strength)

    def stop(self) -> bool:
        """End the reply that is being written here; False where there is none."""
        now = self._talk.conversation
        self._director.halt()
        return now is not None and self._talk.replies.stop(now.id)

    def show_sibling(self, message: int) -> None:
        """Show the branch with another version of a message."""
        now = self._talk.conversation
        if now is not None and self._talk.live() is None:
            self._writer.put(
                lambda: show_branch(self._catalog, now.id, message),
                lambda _: self._talk.reload(),
                owner=self,
            )

    def _add(
        self, now: Loaded, parent: int | None, text: str, failed: Callable[[UserError], None]
    ) -> None:
        conversation = now.conversation.id

        def write() -> Message:
            made = messages.add(self._catalog, conversation, parent, "owner", text, **_as(now))
            conversations.set_draft(self._catalog, conversation, "")
            return made

        self._writer.put(write, lambda message: self._added(now, message), failed, owner=self)

    def _added(self, before: Loaded, message: Message) -> None:
        """The message is safe: show it, and ask, wherever the owner is by now."""
        self._context.news.conversations.emit()
        self._talk.append(message)
        if before.troupe is not None:
            self._director.answer(message.id)
            return
        strength = before.conversation.strength
        self._ask_for(message.conversation, message.id, before.voice, strength)

    def _ask_for(self, conversation: int, parent: int, speaker: Speaker, strength: float) -> None:
        try:
            voice, blend = command_of(speaker)
        except UserError as error:
            self._context.notices.problem(error)
            return
        name = speaker.name if speaker is not None else None
        colour = colour_of(speaker)
        self._ask(LiveReply(conversation, parent, voice, name, colour, strength, blend))

    def _ask(self, live: LiveReply) -> None:
        if self._talk.replies.of(live.conversation) is None:
            self._talk.replies.start(live, self._context.settings.sampling)

    def _give_back(self, text: str, error: UserError) -> None:
        self._context.notices.problem(error)
        self.unsent.emit(text)

    # --- the conversation ---------------------------------------------------------------

    def choose_voice(self, speaker: Speaker, strength: float) -> None:
        """Who answers from now on, here and in new conversations."""
        loaded = self._talk.loaded
        if loaded is None:
            return
        voice = speaker.id if isinstance(speaker, Voice) else None
        blend = speaker.id if isinstance(speaker, Blend) else None
        now = replace(loaded.conversation, voice=voice, blend=blend, strength=strength)
        self._talk.describe(replace(loaded, conversation=now, voice=speaker))
        self._talk.drafts.keep(f"voice {now.id}", lambda: self._keep_voice(now))

    def set_scene(self, scene: int | None) -> None:
        """The scene that goes on from here, or none; what was said stays."""
        now = self._talk.conversation
        if now is not None:
            self._write(lambda: conversations.set_scene(self._catalog, now.id, scene))

    def rename(self, conversation: int, title: str) -> None:
        """Give it another title; an empty one changes nothing."""
        if title := " ".join(title.split()):
            self._write(lambda: conversations.rename(self._catalog, conversation, title))

    def set_instruction(self, text: str) -> None:
        now = self._talk.conversation
        if now is not None:
            self._write(lambda: conversations.set_instruction(self._catalog, now.id, text))

    def delete(self, conversation: int) -> None:
        """Move it to the trash; the toast takes it out again."""
        undo = self.tr("Conversation deleted")
        self._talk.replies.stop(conversation)
        self._write(
            lambda: conversations.trash(self._catalog, conversation),
            lambda: self._context.notices.toast(undo, lambda: self._restore(conversation)),
        )

    def _restore(self, conversation: int) -> None:
        self._write(
            lambda: conversations.restore(self._catalog, conversation),
            lambda: self._talk.open(conversation),
        )

    def _write(self, write: Callable[[], None], then: Callable[[], None] | None = None) -> None:
        def written(_: None) -> None:
            # "Undo" of a toast may come when this page has been made anew.
            self._context.news.conversations.emit()
            if shiboken6.isValid(self):
                self._talk.reload()
                if then is not None:
                    then()

        self._writer.put(write, written)

    def _keep_voice(self, now: Conversation) -> None:
        voice, blend, strength = now.voice, now.blend, now.strength
        conversations.set_voice(self._catalog, now.id, voice, strength, blend)
        last = {"voice": voice, "strength": strength, "blend": blend}
        preferences.put(self._catalog, LAST_VOICE, last)
        if blend is not None:
            blends.touch(self._catalog, blend)


def _as(now: Loaded) -> messages.MadeBy:
    """As whom the owner speaks in the scene, if there is one."""
    if (troupe := now.troupe) is None:
        return {}
    return {
        "scene_version": troupe.version,
        "role": troupe.owner,
        "role_name": troupe.owner_name if troupe.owner is not None else None,
    }
