"""A reply that is being written: what is known of it so far. No widget knows more."""

from dataclasses import dataclass, field

from adapters.wording import Phrase
from engine.messages import (
    Blended,
    Piece,
    PlayTurn,
    Preparing,
    Reading,
    ReplyStarted,
    RoleChosen,
    TurnsLeft,
    Update,
)
from gui.chat.playing.troupe import Troupe


@dataclass(eq=False)
class LiveReply:
    """Kept by ``Replies`` while its job runs, whichever conversation is on screen."""

    conversation: int
    parent: int | None  # the message before; None at the beginning of a scene
    voice: int | None
    voice_name: str | None
    colour: str | None
    strength: float
    blend: Blended | None = None  # that answers instead of a voice
    turn: PlayTurn | None = None  # of a scene, instead of an answer
    troupe: Troupe | None = None  # who speaks in the scene
    role_name: str | None = None
    job: int = 0
    message: int | None = None  # its row, once there is one
    text: str = ""
    tokens: int = 0
    tokens_per_second: float = 0.0
    turns_left_out: int = 0
    stage: Phrase | None = None
    fraction: float | None = None
    reading: Reading | None = None
    stopping: bool = False
    finished: bool = False  # to its end, not stopped and not failed
    shown_speed: tuple[float, int] = field(default=(0.0, 0))

    def again(self) -> "LiveReply":
        """The same question, before anything was said."""
        return LiveReply(
            self.conversation,
            self.parent,
            self.voice,
            self.voice_name,
            self.colour,
            self.strength,
            self.blend,
            self.turn,
            self.troupe,
        )

    def take(self, update: Update) -> None:
        """Note what the engine says."""
        match update:
            case Preparing():
                self.stage, self.fraction = update.stage, update.fraction
            case Reading():
                self.stage, self.reading = None, update
            case TurnsLeft():
                self.turns_left_out = update.count
            case RoleChosen():
                self._take_role(update)
            case ReplyStarted():
                self.stage, self.message = None, update.message
            case Piece():
                self.stage = None
                self.text += update.text
                self.tokens = update.tokens
                self.tokens_per_second = update.tokens_per_second

    def _take_role(self, chosen: RoleChosen) -> None:
        self.role_name, self.voice_name = chosen.name, chosen.voice
        player = self.troupe.player(chosen.role) if self.troupe is not None else None
        self.colour = player.colour if player is not None else None
