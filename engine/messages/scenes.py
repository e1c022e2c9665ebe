"""What can be asked about scenes, and what comes back."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from adapters.wording import Phrase
from engine.messages.commands import Command, Lane, Sampling

# Who speaks next: in the order of the scene, or as the model finds fit.
Next = Literal["in turn", "model"]


@dataclass(frozen=True)
class CompileScene(Command):
    """Word a scene for the model used last and count its tokens. Result: ``SceneCompiled``.

    ``text`` is that of the scene's file; scenes that it names are taken from the catalog, and
    ``scene`` is its own id there. ``said`` are the turns so far, ``role`` is who answers.
    """

    text: str
    scene: int | None = None
    said: tuple[str, ...] = ()
    role: str | None = None
    seed: int = 0
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class PlayTurn(Command):
    """Let a role of the conversation's scene speak after ``message`` (None: nobody spoke yet).

    Updates: ``RoleChosen``, then those of a reply; result: ``Answer``. Without a ``role`` (the id
    of its field) ``next`` says who it is, of those that are not ``muted``.
    """

    conversation: int
    message: int | None
    role: str | None = None
    next: Next = "in turn"
    muted: tuple[str, ...] = ()
    sampling: Sampling = field(default_factory=Sampling)
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class PlayScene(Command):
    """Let the roles of a scene talk for some turns; nothing is stored. Result: ``PlayedScene``.

    ``text`` is a scene's file that names no other; ``said`` is what the owner says first, if
    anything. With a ``role`` it alone speaks. Updates as for ``PlayTurn``.
    """

    text: str
    turns: int
    next: Next = "in turn"
    said: str = ""
    role: str | None = None
    sampling: Sampling = field(default_factory=Sampling)
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class ReadAhead(Command):
    """Let the roles' voices read what was said up to ``message``, the last one. Result: ``Done``.

    Whoever then speaks begins sooner. Updates: ``Reading``. It stops by itself as soon as
    anything is said, and waits behind a training. ``max_tokens`` are those of a turn.
    """

    conversation: int
    message: int
    muted: tuple[str, ...] = ()
    max_tokens: int = 512


@dataclass(frozen=True)
class FieldSpan:
    """The words of a field, or of a ``link`` that begins at it, in the prompt."""

    field: str
    type: str
    link: str | None
    start: int  # characters of the prompt
    end: int
    tokens: int


@dataclass(frozen=True)
class FieldLeftOut:
    """A field that is not told; the reasons are those of ``engine.scene.prompt.activation``."""

    field: str
    reason: str
    tokens: int


@dataclass(frozen=True)
class FieldTrouble:
    """What could not be used of a field, such as a pattern that takes too long."""

    field: str
    what: Phrase


@dataclass(frozen=True)
class SceneCompiled:
    """The system instruction that a scene makes; its share of the context is ``budget`` tokens."""

    prompt: str
    spans: tuple[FieldSpan, ...]
    left_out: tuple[FieldLeftOut, ...]
    troubles: tuple[FieldTrouble, ...]
    tokens: int
    budget: int
    context_length: int
    model: str
