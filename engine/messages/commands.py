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
    """How the next token is drawn; what is None is drawn as the makers of the model advise.

    Temperature 0 takes the likeliest; seed None draws a seed.
    """

    temperature: float | None = None
    top_p: float | None = None
    top_k: int | None = None
    min_p: float | None = None
    repetition_penalty: float | None = None
    max_tokens: int = 512
    seed: int | None = None


@dataclass(frozen=True)
class Part:
    """One voice of a blend, by its catalog id."""

    voice: int
    strength: float


@dataclass(frozen=True)
class Blended:
    """Several voices that speak as one; ``name`` is the blend's, or made of the voices'."""

    name: str
    parts: tuple[Part, ...]


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
    """Answer the owner's ``message``; the reply is stored as its child. Result: ``Answer``.

    A ``blend`` answers instead of a voice; ``strength`` then multiplies that of each part.
    """

    message: int
    voice: int | None
    strength: float = 1.0
    sampling: Sampling = field(default_factory=Sampling)
    blend: Blended | None = None
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class Ask(Command):
    """Answer one question outside of any conversation. Result: ``Answer`` with message None.

    Voice, strength and blend as for ``Reply``; ``version`` asks another than the current one.
    """

    text: str
    instruction: str
    voice: int | None = None
    strength: float = 1.0
    sampling: Sampling = field(default_factory=Sampling)
    blend: Blended | None = None
    version: int | None = None
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class PreviewNotes(Command):
    """Say what would be learned from a folder. Updates: ``NoteSeen``; result: ``NotesPreview``."""

    folder: str
    options: TrainingOptions
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True  # a download goes on meanwhile


@dataclass(frozen=True)
class FindThemes(Command):
    """Say what the notes that would be learned are about. Result: ``NoteThemes``."""

    folder: str
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class ShowExamples(Command):
    """Make the training examples of one note. Result: ``NoteExamples``."""

    folder: str
    path: str
    options: TrainingOptions
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class FindNotes(Command):
    """Look for words in the notes of a folder. Update: ``FoundSoFar``; result: ``FoundNotes``."""

    folder: str
    words: str
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class ReadNote(Command):
    """Give the text of a note that was found, and where ``words`` stand. Result: ``NoteText``."""

    folder: str
    path: str
    words: str
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class DeleteVoice(Command):
    """Move a voice to the trash, detaching it first."""

    voice: int
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class DeleteVersion(Command):
    """Move one version of a voice to the trash. Result: ``Done``.

    Refused for the one that the voice speaks as, and where a training goes on from it.
    """

    version: int
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class ExportVoice(Command):
    """Write a voice to ``path``. Result: ``VoiceExported``.

    ``form`` is one of "peft", "peft-zip", "gguf" and "archive"; only the last holds all versions
    and the history. A file that is there is replaced only where ``replace`` says so.
    """

    voice: int
    form: str
    path: str
    replace: bool = False
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class ImportVoice(Command):
    """Take in a voice from a file or folder; ``name`` None: its own. Result: ``VoiceImported``."""

    path: str
    name: str | None = None
    lane: ClassVar[Lane] = Lane.FILES
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
