"""What a ``Progress`` event carries: what a job says while it works."""

from dataclasses import dataclass

from adapters.wording import Phrase, phrase
from engine.messages.results import NoteHit


@dataclass(frozen=True)
class Update:
    """Base of what a job says while it works."""


@dataclass(frozen=True)
class Preparing(Update):
    """A stage with no tokens yet: loading, quantising, reading; ``fraction`` may be unknown."""

    stage: Phrase
    fraction: float | None = None


@dataclass(frozen=True)
class Reading(Update):
    """Prompt tokens computed so far; ``cached`` of ``total`` were known already."""

    done: int
    cached: int
    total: int


@dataclass(frozen=True)
class TurnsLeft(Update):
    """The oldest ``count`` turns no longer fit into the context and were left out."""

    count: int


@dataclass(frozen=True)
class RoleChosen(Update):
    """Who speaks now in a scene."""

    role: str
    name: str
    voice: str | None


@dataclass(frozen=True)
class ReplyStarted(Update):
    """The row of the reply exists; its id is ``message`` (None outside of a conversation)."""

    message: int | None
    seed: int


@dataclass(frozen=True)
class Piece(Update):
    """Some more text of the reply."""

    text: str
    tokens: int  # of the reply so far
    tokens_per_second: float


@dataclass(frozen=True)
class NoteSeen(Update):
    seen: int
    path: str


@dataclass(frozen=True)
class FoundSoFar(Update):
    """Notes that were found as they were read last, while it is seen what has changed."""

    hits: tuple[NoteHit, ...]


@dataclass(frozen=True)
class RunQueued(Update):
    """The run has its row; ``behind`` names the training that it waits for, if there is one."""

    run: int
    behind: str

    @property
    def stage(self) -> Phrase | None:
        """What it waits for, in words."""
        if not self.behind:
            return None
        return phrase("progress", "Waiting for “{name}” to be trained", name=self.behind)


@dataclass(frozen=True)
class RunStarted(Update):
    run: int
    step: int
    steps: int


@dataclass(frozen=True)
class MicroStep(Update):
    """A micro-batch is done; only shows that work goes on."""

    run: int


@dataclass(frozen=True)
class TrainingStep(Update):
    """One optimiser step."""

    run: int
    step: int
    steps: int
    loss: float
    learning_rate: float
    tokens: int
    tokens_per_second: float
    seconds_left: float
    memory: int = 0  # bytes that the training has taken beyond the loaded model
    peak_memory: int = 0  # the most of them so far


@dataclass(frozen=True)
class Sampled(Update):
    """What the voice says to the owner's prompt after ``step`` steps; at step 0 the base."""

    run: int
    step: int
    prompt: str
    text: str


@dataclass(frozen=True)
class RunTrouble(Update):
    """Something beside the losses that the owner should know of; see ``engine.diagnosis``."""

    run: int
    kind: str  # "memory", "folder" or "setback"
    over: bool = False  # it is mended


@dataclass(frozen=True)
class HeldOut(Update):
    """Mean loss per token over the held-out notes; at step 0 that of the base."""

    run: int
    step: int
    loss: float


@dataclass(frozen=True)
class Downloading(Update):
    repo: str
    done: int  # bytes
    total: int
    bytes_per_second: float
