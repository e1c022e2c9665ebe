"""What can be asked about voices for the roles of scenes, and what comes back."""

from dataclasses import dataclass
from typing import ClassVar

from adapters.voice.options import TrainingOptions
from adapters.wording import Phrase
from engine.messages.commands import Command, Lane
from engine.messages.results import Trained
from engine.messages.updates import Update


@dataclass(frozen=True)
class TrainFromScenes(Command):
    """Train a voice for each role of the scenes, plays and chats in ``folder``.

    ``roles`` are names; without any, all that say enough. Updates: ``ScenesGathered``, then as for
    ``Train``, one role after another; result: ``RolesTrained``. Each role has a run of its own,
    which can be resumed by itself. Of ``options``, ``max_length`` bounds the talk
    beside the scene.
    """

    folder: str
    roles: tuple[str, ...]
    options: TrainingOptions
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class CarryOutEach(Command):
    """Do queued runs one after another on one base; what ``TrainFromScenes`` comes to."""

    runs: tuple[int, ...]


@dataclass(frozen=True)
class TaughtRole:
    """A role with its run; ``held_out`` of its ``scenes`` are kept apart for the verdict."""

    run: int
    name: str
    lines: int
    scenes: int
    held_out: int


@dataclass(frozen=True)
class UnusedFile:
    """A file of the folder that teaches nobody."""

    path: str  # relative to the folder
    reason: Phrase


@dataclass(frozen=True)
class ScenesGathered(Update):
    """What was found in the folder; the runs of the roles are queued."""

    scenes: int
    roles: tuple[TaughtRole, ...]
    unused: tuple[UnusedFile, ...]


@dataclass(frozen=True)
class RolesTrained:
    trained: tuple[Trained, ...]
