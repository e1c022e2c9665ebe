"""What the engine can be asked to do."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from adapters.voice.options import TrainingOptions


class Lane(StrEnum):
    """Which thread serves a command: the model's, or the one for files and network."""

    MODEL = "model"
    FILES = "files"


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
    # 1 is off: a penalty on the words of the question makes small models miss the answer.
    repetition_penalty: float = 1.0
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


@dataclass(frozen=True)
class Cancel:
    """What a lender of work sends to stop the job that it handed over."""
