"""What a ``Finished`` event carries: what a job has come to."""

from dataclasses import dataclass

from adapters.wording import Phrase


@dataclass(frozen=True)
class Answer:
    """A whole reply."""

    message: int | None
    text: str
    tokens: int
    seconds: float
    tokens_per_second: float
    voice: str | None
    strength: float
    seed: int
    model: str
    stop: str  # "end", "length" or "owner"
    turns_left_out: int = 0


@dataclass(frozen=True)
class NoteFile:
    """What becomes of one file of the folder."""

    path: str  # relative to the folder
    bytes: int
    tokens: int | None
    use: str  # "learn", "held_out" or "skip"
    reason: Phrase | None = None  # why it was skipped


@dataclass(frozen=True)
class NotesPreview:
    folder: str
    files: tuple[NoteFile, ...]
    tokens: int  # that would be trained in one epoch
    steps: int
    seconds: float | None  # estimated; None where nothing was measured yet
    peak_bytes: int | None  # estimated memory added by training


@dataclass(frozen=True)
class Trained:
    run: int
    voice: int
    name: str
    path: str
    steps: int
    seconds: float
    tokens: int
    perplexity_before: float | None
    perplexity_after: float | None
    held_out_documents: int
    adapter_bytes: int


@dataclass(frozen=True)
class ModelLoaded:
    model: int
    name: str
    seconds: float


@dataclass(frozen=True)
class ModelAdded:
    model: int
    name: str


@dataclass(frozen=True)
class FoundModel:
    """A model that lies on disk and is not in the catalog yet."""

    name: str
    path: str
    kind: str  # "folder" or "gguf"
    bytes: int


@dataclass(frozen=True)
class Found:
    models: tuple[FoundModel, ...]


@dataclass(frozen=True)
class Suggestion:
    """A model on the hub."""

    name: str
    repo: str
    revision: str
    bytes: int  # to download
    licence: str
    about: Phrase  # what it is good for, in a sentence


@dataclass(frozen=True)
class Suggested:
    """Best first; empty where nothing fits into this memory."""

    models: tuple[Suggestion, ...]


@dataclass(frozen=True)
class PausedDownload:
    """``done`` of ``total`` bytes are on disk; a total of 0 is not known yet."""

    repo: str
    revision: str
    done: int
    total: int


@dataclass(frozen=True)
class Downloads:
    paused: tuple[PausedDownload, ...]


@dataclass(frozen=True)
class Done:
    """The result of a command that has nothing else to say."""
