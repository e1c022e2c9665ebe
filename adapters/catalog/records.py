"""What the catalog hands out: frozen rows, detached from any session."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from adapters.wording import Phrase

ModelKind = Literal["starter", "folder", "gguf"]
RunState = Literal["queued", "running", "paused", "interrupted", "finished", "failed"]
Author = Literal["owner", "assistant"]
NoteUse = Literal["learn", "held_out", "skip"]
# Why a reply ended; "interrupted" is set at start-up for one that a crash cut off.
StopReason = Literal["end", "length", "owner", "interrupted"]


@dataclass(frozen=True)
class Model:
    """A base model that the owner has on disk."""

    id: int
    name: str
    kind: ModelKind
    path: str  # the source: a folder in Hugging Face format or a GGUF file
    nf4_path: str | None  # the quantised folder, once made
    fingerprint: str | None  # SHA-256 of the quantised weights and config, once made
    bytes: int  # on disk, of the source
    context_length: int | None
    added: datetime
    last_used: datetime | None


@dataclass(frozen=True)
class VoiceVersion:
    """One trained state of a voice; its files never change."""

    id: int
    voice: int
    number: int  # 1, 2, ...
    path: str  # folder below Places.voices, relative
    sha256: str  # of adapter_model.safetensors
    bytes: int
    rank: int
    targets: tuple[str, ...]
    run: int | None
    perplexity_before: float | None
    perplexity_after: float | None
    notes: int  # documents learned from
    created: datetime
    parent: int | None = None  # the version that it went on from
    origin: str = "trained"  # or "imported"
    trashed: datetime | None = None


@dataclass(frozen=True)
class Voice:
    """A LoRA adapter with its card."""

    id: int
    name: str
    colour: str  # a key of "voice" in the design tokens: rust, indigo, ...
    description: str
    model_name: str
    model_fingerprint: str
    version: VoiceVersion  # the current one
    created: datetime
    last_used: datetime | None
    trashed: datetime | None


@dataclass(frozen=True)
class BlendPart:
    """``voice`` may lie in the trash, and is None once it is deleted for good.

    ``name`` is what it is called, or was.
    """

    voice: Voice | None
    name: str
    strength: float

    @property
    def is_missing(self) -> bool:
        return self.voice is None or self.voice.trashed is not None


@dataclass(frozen=True)
class Blend:
    """Several voices that speak as one, kept under a name."""

    id: int
    name: str
    parts: tuple[BlendPart, ...]
    created: datetime
    last_used: datetime | None
    trashed: datetime | None

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Those of its voices that can speak."""
        return tuple(part.voice for part in self.parts if part.voice and not part.is_missing)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of its voices that were deleted."""
        return tuple(part.name for part in self.parts if part.is_missing)


@dataclass(frozen=True)
class SpokenPart:
    """One voice of a blend as it was when the blend spoke."""

    voice: int
    version: int
    name: str
    colour: str
    strength: float


@dataclass(frozen=True)
class LearnedNote:
    """What a version did with a note of its folder; ``sha256`` is that of the note's text."""

    path: str
    sha256: str
    use: Literal["learn", "held_out"]


@dataclass(frozen=True)
class Run:
    """One training run, from its first second."""

    id: int
    name: str  # of the voice that it makes
    colour: str
    voice: int | None  # once it has made one; from the start where one learns more
    version: int | None
    base_version: int | None  # that it goes on from
    folder: str
    model: int
    model_fingerprint: str  # empty until the model was converted
    options: str  # JSON of TrainingOptions
    seed: int
    state: RunState
    step: int
    steps: int
    tokens: int  # trained so far
    seconds: float  # of training, pauses left out
    documents: int
    held_out_documents: int
    perplexity_before: float | None
    perplexity_after: float | None
    problem: Phrase | None  # why it failed
    started: datetime
    updated: datetime
    trashed: datetime | None
    prompt: str  # asked on the way; empty where nothing is
    setbacks: int  # times that it went back after a loss that was no number


@dataclass(frozen=True)
class RunSample:
    """A reply as the voice was after ``step`` steps; at step 0 before any, as a rule the base."""

    run: int
    step: int
    prompt: str
    text: str


@dataclass(frozen=True)
class RunStep:
    """One optimiser step; held_out_loss only where it was measured."""

    run: int
    step: int
    loss: float
    held_out_loss: float | None
    learning_rate: float
    tokens: int
    seconds: float


@dataclass(frozen=True)
class Conversation:
    """A tree of messages; ``leaf`` is the end of the branch on screen."""

    id: int
    title: str
    titled_by_owner: bool
    instruction: str
    voice: int | None
    strength: float
    draft: str
    leaf: int | None
    preview: str  # the first words of the last message
    colours: tuple[str, ...]  # of the voices that spoke, for the dots
    created: datetime
    updated: datetime
    trashed: datetime | None
    blend: int | None = None  # that answers, instead of a voice
    scene: int | None = None  # that it is played in


@dataclass(frozen=True)
class Message:
    """One turn; a reply carries what made it."""

    id: int
    conversation: int
    parent: int | None
    author: Author
    text: str
    voice: int | None
    voice_version: int | None
    voice_name: str | None
    colour: str | None
    strength: float | None
    model_name: str | None
    seed: int | None
    tokens: int | None
    seconds: float | None
    stop: StopReason | None
    created: datetime
    blend: tuple[SpokenPart, ...] = ()  # the voices, where it was a blend that spoke
    scene_version: int | None = None  # the state of the scene in which it was said
    role: str | None = None  # who said it in the scene: the id of the field
    role_name: str | None = None


@dataclass(frozen=True)
class KeptScene:
    """A scene on its shelf; its text is read apart."""

    id: int
    title: str
    version: int  # the state that it is in
    created: datetime
    updated: datetime
    last_opened: datetime | None
    trashed: datetime | None


@dataclass(frozen=True)
class SceneVersion:
    """A state that a scene was in, from ``begun`` until it was last ``saved``."""

    id: int
    scene: int
    begun: datetime
    saved: datetime


@dataclass(frozen=True)
class Hit:
    """A place where a search found its words."""

    conversation: int
    message: int | None  # None: the title
    title: str
    snippet: str  # plain text around the words


@dataclass(frozen=True)
class NoteDecision:
    """Where the owner overruled what would become of a note."""

    use: NoteUse | None = None  # None: as Timbre finds right
    unmasked: bool = False  # learn what looks like a secret as it stands
