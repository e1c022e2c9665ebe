"""What the engine gives back: the life of each job, and news tied to none."""

from dataclasses import dataclass, field

from adapters.wording import Phrase
from engine.messages.commands import Sampling
from engine.messages.updates import Update


@dataclass(frozen=True)
class Event:
    """Base of all events."""


@dataclass(frozen=True)
class Started(Event):
    job: int


@dataclass(frozen=True)
class Progress(Event):
    job: int
    update: Update


@dataclass(frozen=True)
class Finished(Event):
    job: int
    result: object


@dataclass(frozen=True)
class Failed(Event):
    """``details`` (a traceback or a file's name) is for the log and "Show details"."""

    job: int
    what: Phrase
    why: Phrase
    next_step: Phrase
    details: str = ""


@dataclass(frozen=True)
class Cancelled(Event):
    job: int


@dataclass(frozen=True)
class Footprint(Event):
    """Bytes that the engine holds, by use; emitted when one of them changes."""

    device: str  # "cpu" or "cuda:0"
    weights: int = 0
    voices: int = 0
    kv_cache: int = 0
    kv_tokens: int = 0
    training: int = 0


@dataclass(frozen=True)
class ModelChanged(Event):
    """Another model is loaded, or none."""

    model: int | None
    name: str
    fingerprint: str
    context_length: int
    advised: Sampling = field(default_factory=Sampling)  # by its makers


@dataclass(frozen=True)
class Notice(Event):
    """Something that the owner should know, tied to no job."""

    text: Phrase


@dataclass(frozen=True)
class RaiseWindow(Event):
    """A second launch asked for the window."""
