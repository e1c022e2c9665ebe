"""What the engine can be asked to do about trainings."""

from dataclasses import dataclass
from typing import ClassVar

from adapters.voice.options import TrainingOptions
from engine.messages.commands import Command, Lane


@dataclass(frozen=True)
class Train(Command):
    """Train a voice. Updates: ``RunStarted``, ``TrainingStep``...; result: ``Trained``.

    ``prompt`` is answered on the way; where it is empty, a heading of the notes is taken.

    The lane of the files makes its row at once, and the job goes on as ``CarryOut``.
    Cancelling it pauses the run: it keeps a checkpoint and can be resumed.
    """

    folder: str
    name: str
    colour: str
    options: TrainingOptions
    prompt: str = ""
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class TrainOn(Command):
    """Let a voice learn what is new in ``folder``, as its next version. Otherwise as ``Train``.

    It goes on from the weights of its current version, so of ``options`` those that shape the
    adapter are not used.
    """

    voice: int
    folder: str
    options: TrainingOptions
    prompt: str = ""  # asked on the way; the one of the run before where it is empty
    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class FindNewNotes(Command):
    """Look for notes that voices have not learned yet. Result: ``NewNotes``."""

    lane: ClassVar[Lane] = Lane.FILES
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class ResumeTraining(Command):
    """Go on with a paused or interrupted run. Updates and result as for ``Train``."""

    run: int
    interactive: ClassVar[bool] = True  # it is only queued: the job goes on as ``CarryOut``


@dataclass(frozen=True)
class CarryOut(Command):
    """Do a queued run; what ``Train`` and ``ResumeTraining`` come to when its turn is there."""

    run: int


@dataclass(frozen=True)
class StopAndKeep(Command):
    """End the running training after its present step and make a voice of what it has learned."""

    run: int
    interactive: ClassVar[bool] = True
