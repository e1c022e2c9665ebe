"""Jobs that take steps which a test can hold back or let stumble."""

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from engine.failures import Failures
from engine.messages import (
    Cancelled,
    Command,
    Event,
    Failed,
    Finished,
    Progress,
    Update,
)
from engine.worker import Steps, Worker
from tests.fakes import Heard


@dataclass(frozen=True)
class Walk(Command):
    """Take some steps; perhaps stumble at one, or while being closed."""

    steps: int
    stumble: int | None = None
    stumble_closing: bool = False


@dataclass(frozen=True)
class Errand(Walk):
    interactive: ClassVar[bool] = True


@dataclass(frozen=True)
class Step(Update):
    of: Command
    number: int


class Walker:
    """A handler whose steps a test can hold back, and that notes what was let go."""

    def __init__(self, before: Callable[[Command, int], None] = lambda *_: None) -> None:
        self.before = before
        self.closings: Counter[Command] = Counter()
        self.closed_on: str | None = None
        self.hurried = threading.Event()

    def handle(self, command: Command) -> Steps:
        assert isinstance(command, Walk)
        try:
            for number in range(command.steps):
                self.before(command, number)
                if number == command.stumble:
                    raise ValueError("stumbled")
                yield Step(command, number)
        except GeneratorExit:
            if command.stumble_closing:
                raise OSError("could not save") from None
            raise
        finally:
            self.closings[command] += 1
        return command.steps

    def close(self) -> None:
        self.closed_on = threading.current_thread().name


def make_worker(handler: Walker, emit: Callable[[Event], None]) -> Worker:
    return Worker("walker", lambda: handler, emit, Failures(Path("/log/timbre.log")).failed)


def ends(event: Event) -> bool:
    return isinstance(event, Finished | Failed | Cancelled)


def steps_of(heard: Heard) -> list[Step]:
    return [e.update for e in heard.of(Progress) if isinstance(e.update, Step)]
