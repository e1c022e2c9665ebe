"""Every command that the engine takes and every event that it gives back.

All are frozen dataclasses of plain values, so that they can cross a thread or a
socket; nothing here imports torch or Qt. A command becomes a *job*. A job emits
``Started``, any number of ``Progress`` and then exactly one of ``Finished``,
``Failed`` and ``Cancelled``.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from adapters.voice.options import TrainingOptions
from adapters.wording import Phrase


class Lane(StrEnum):
    """Which thread serves a command: the model's, or the one for files and network."""

    MODEL = "model"
    FILES = "files"


# --- commands ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Command:
    """Base of all commands.

    An ``interactive`` one is served between two steps of a long one.
    """

    lane: ClassVar[Lane] = Lane.MODEL
    interactive: ClassVar[bool] = False


@dataclass(frozen=True)
class Sampling:
    """How the next token is drawn. Temperature 0 takes the likeliest; seed None draws a seed."""

    temperature: float = 0.7
    top_p: float = 0.95
    top_k: int = 0
    min_p: float = 0.0
    repetition_penalty: float = 1.1
    max_tokens: int = 512
    seed: int | None = None


@dataclass(frozen=True)
class LoadModel(Command):
    """Make ``model`` (a catalog id) the loaded one, quantising it first where need be."""

    model: int
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class UnloadModel(Command):
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class Reply(Command):
    """Answer the owner's ``message``; the reply is stored as its child. Result: ``Answer``."""

    message: int
    voice: int | None
    strength: float = 1.0
    sampling: Sampling = field(default_factory=Sampling)
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class Ask(Command):
    """Answer one question outside of any conversation. Result: ``Answer`` with message None."""

    text: str
    instruction: str
    voice: int | None = None
    strength: float = 1.0
    sampling: Sampling = field(default_factory=Sampling)
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class PreviewNotes(Command):
    """Say what would be learned from a folder. Updates: ``NoteSeen``; result: ``NotesPreview``."""

    folder: str
    options: TrainingOptions
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True  # a download goes on meanwhile


@dataclass(frozen=True)
class Train(Command):
    """Train a voice. Updates: ``RunStarted``, ``TrainingStep``...; result: ``Trained``.

    Cancelling the job pauses the run: it keeps a checkpoint and can be resumed.
    """

    folder: str
    name: str
    colour: str
    options: TrainingOptions


@dataclass(frozen=True)
class ResumeTraining(Command):
    """Go on with a paused or interrupted run. Updates and result as for ``Train``."""

    run: int


@dataclass(frozen=True)
class StopAndKeep(Command):
    """End the running training after its present step and make a voice of what it has learned."""

    run: int
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class DeleteVoice(Command):
    """Move a voice to the trash, detaching it first."""

    voice: int
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class FindModels(Command):
    """Look for models: known folders, the Hugging Face cache, GGUF files. Result: ``Found``."""

    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class AddModel(Command):
    """Check a folder or a GGUF file and put it into the catalog. Result: ``ModelAdded``."""

    path: str
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class SuggestModels(Command):
    """Name models on the hub that suit this memory and a language. Result: ``Suggested``.

    Opens no connection: the list ships with Timbre.
    """

    language: str  # "en" or "ru"
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class FindDownloads(Command):
    """List downloads that can go on, after a pause or a crash. Result: ``Downloads``."""

    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class DiscardDownload(Command):
    """Delete what a paused download has brought. Result: ``Done``."""

    repo: str
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class DownloadModel(Command):
    """Fetch a model from the hub; cancelling pauses.

    Updates: ``Downloading``; result: ``ModelAdded``.
    """

    repo: str
    revision: str = "main"
    lane: ClassVar[Lane] = Lane.FILES


# --- updates: what a Progress event carries -----------------------------------------------


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


# --- results: what a Finished event carries -------------------------------------------------


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


# --- events -------------------------------------------------------------------------------


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


@dataclass(frozen=True)
class Notice(Event):
    """Something that the owner should know, tied to no job."""

    text: Phrase


@dataclass(frozen=True)
class RaiseWindow(Event):
    """A second launch asked for the window."""


# --- over the socket of a data folder's owner ----------------------------------------------


@dataclass(frozen=True)
class Cancel:
    """What a lender of work sends to stop the job that it handed over."""
