"""A result that stays inside the process: the job goes on elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.messages import Command


@dataclass(frozen=True)
class HandedOn:
    """The job has not ended: it goes on with another command, on the lane of that one.

    ``given_up`` is called if the job is cancelled before that command's turn.
    """

    command: Command
    given_up: Callable[[], None]
