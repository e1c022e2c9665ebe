"""What the catalog hands out: frozen rows, detached from any session."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

ModelKind = Literal["starter", "folder", "gguf"]
RunState = Literal["running", "paused", "interrupted", "finished", "failed", "stopped"]
Author = Literal["owner", "assistant"]
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
class Run:
    """One training run, from its first second."""

    id: int
    name: str  # of the voice that it makes
    colour: str
    voice: int | None  # once it has made one
    version: int | None
    folder: str
    model: int
    model_fingerprint: str
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
    problem: str | None  # why it failed, in plain words
    started: datetime
    updated: datetime


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


@dataclass(frozen=True)
class Hit:
    """A place where a search found its words."""

    conversation: int
    message: int | None  # None: the title
    title: str
    snippet: str  # plain text around the words
