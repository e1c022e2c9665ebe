"""One conversation in the terminal, kept in the catalog as in the window."""

from adapters.catalog import conversations, messages, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Blend, Conversation, Voice
from engine import instructions
from engine.blends import blend_of
from engine.console.desk import Desk
from engine.console.stream import Stream
from engine.console.work import run
from engine.messages import Answer, Reply
from engine.settings import Settings


class Talk:
    """What is said, and with which voice; begins a conversation with the first message."""

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self.desk = desk
        self._settings = settings
        self._conversation: Conversation | None = None
        self.voice: Voice | None = None
        self.blend: Blend | None = None
        self.strength = 1.0

    @property
    def catalog(self) -> Catalog:
        return self.desk.catalog

    def say(self, text: str) -> None:
        """Send a message and write its answer as it comes.

        Raises ``UserError`` or ``Stopped``; what was said until then is kept.
        """
        conversation = self._conversation or self._begin()
        leaf = conversations.get(self.catalog, conversation.id).leaf
        asked = messages.add(self.catalog, conversation.id, leaf, "owner", text)
        command = Reply(
            asked.id,
            self._voice,
            self.strength,
            self._settings.sampling,
            blend_of(self.blend) if self.blend else None,
        )
        stream = Stream(aloud=True)
        answer: Answer | None = None
        try:
            answer = run(self.desk.begin, command, stream.show)
        finally:
            stream.end(answer)

    def use(self, speaker: Voice | Blend | None, strength: float) -> None:
        """Speak with another voice or blend, or another strength, from the next message on."""
        self.voice = speaker if isinstance(speaker, Voice) else None
        self.blend = speaker if isinstance(speaker, Blend) else None
        self.strength = strength
        if self._conversation is not None:
            conversations.set_voice(
                self.catalog, self._conversation.id, self._voice, strength, self._blend
            )

    @property
    def _voice(self) -> int | None:
        return self.voice.id if self.voice else None

    @property
    def _blend(self) -> int | None:
        return self.blend.id if self.blend else None

    def voices(self) -> list[Voice]:
        """All voices by name."""
        return voices.everything(self.catalog, order="name")

    def begin_anew(self) -> None:
        """Let the next message begin a new conversation."""
        self._conversation = None

    def _begin(self) -> Conversation:
        self._conversation = conversations.create(
            self.catalog,
            instructions.for_new_conversation(self.catalog, self._settings.language),
            self._voice,
            self.strength,
            self._blend,
        )
        return self._conversation
