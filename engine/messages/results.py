"""What a ``Finished`` event carries: what a job has come to."""

from dataclasses import dataclass
from typing import Literal

from adapters.notes.example import Asked
from adapters.wording import Phrase


@dataclass(frozen=True)
class SpokenVoice:
    """One voice of a blend that spoke."""

    voice: str
    strength: float


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
    blend: tuple[SpokenVoice, ...] = ()  # ``voice`` is its name then
    role: str | None = None  # in a scene: the field that spoke
    role_name: str | None = None


@dataclass(frozen=True)
class PlayedScene:
    """What was said in a scene outside of any conversation."""

    turns: tuple[Answer, ...]


@dataclass(frozen=True)
class MaskedPlace:
    """A secret that is not learned, in a form that can be shown."""

    kind: str  # "password", "private key", "key", "card number" or "bank account"
    form: str


@dataclass(frozen=True)
class NoteFile:
    """What becomes of one note of the folder."""

    path: str  # relative to the folder
    bytes: int
    tokens: int | None
    use: Literal["learn", "held_out", "skip"]
    reason: Phrase | None = None  # why it is skipped
    masked: tuple[MaskedPlace, ...] = ()
    unmasked: bool = False  # the owner wants what looks like secrets learned as it stands
    by_owner: bool = False  # ``use`` is what the owner wants
    usable: bool = True  # False: it has no text, so that there is nothing to decide


@dataclass(frozen=True)
class Speaker:
    """Someone who speaks in the conversations of the folder."""

    name: str
    turns: int


@dataclass(frozen=True)
class SizeEstimate:
    """What a voice of a size ("light" or "rich") takes; None where it is not known yet."""

    size: str
    bytes: int | None  # of the voice
    seconds: float | None
    peak_bytes: int | None  # memory added by training


@dataclass(frozen=True)
class NotesPreview:
    folder: str
    files: tuple[NoteFile, ...]
    tokens: int  # that would be trained in one epoch
    steps: int
    seconds: float | None  # estimated; None where nothing was measured yet
    peak_bytes: int | None  # estimated memory added by training
    speakers: tuple[Speaker, ...] = ()  # who speaks most first
    prompt: str = ""  # to be asked while it learns
    owner: tuple[str, ...] = ()  # under which of their names the owner speaks
    sizes: tuple[SizeEstimate, ...] = ()  # with the other settings as they are


@dataclass(frozen=True)
class NoteThemes:
    """What the notes are about: each theme by its most telling expressions, largest first."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class TokenPiece:
    """A piece of an example's text that is as short as its tokens allow.

    ``text`` is empty for a token that only ends or parts turns.
    """

    text: str
    tokens: int
    trained: bool


@dataclass(frozen=True)
class NoteExample:
    """One training example of a note, exactly as the model would read it."""

    pieces: tuple[TokenPiece, ...]
    trained: int  # tokens that are learned
    read_only: int
    asked: Asked = "title"  # where the question comes from that it answers


@dataclass(frozen=True)
class NoteExamples:
    """What would be learned from one note; ``in_all`` counts examples that are not here too."""

    path: str
    examples: tuple[NoteExample, ...]
    in_all: int


@dataclass(frozen=True)
class NoteHit:
    """A note in which the owner's words stand."""

    path: str
    title: str
    snippet: str


@dataclass(frozen=True)
class FoundNotes:
    hits: tuple[NoteHit, ...]


@dataclass(frozen=True)
class NoteText:
    """A note's text, and where in it the words stand that were looked for."""

    path: str
    title: str
    text: str
    marks: tuple[tuple[int, int], ...]  # from and up to which character


@dataclass(frozen=True)
class NotesOfVoice:
    """How many notes of the folder that it learned from are new to a voice."""

    voice: int
    folder: str
    count: int


@dataclass(frozen=True)
class NewNotes:
    voices: tuple[NotesOfVoice, ...]


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
class VoiceExported:
    """``path`` is a file, or the folder of a PEFT adapter; ``bytes`` all of it."""

    voice: int
    name: str
    path: str
    bytes: int


@dataclass(frozen=True)
class VoiceImported:
    """``assumed`` is how its model was found, where the file did not say it for certain.

    Where it is not ``usable``, that is why: none of the models here is the one it was made for.
    """

    voice: int
    name: str
    path: str
    model: str
    usable: bool
    assumed: Phrase | None
    versions: int
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
