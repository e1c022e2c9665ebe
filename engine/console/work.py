"""Running one command to its end, wherever the work is done; Ctrl+C stops it and keeps."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from typing import Any, Protocol

from adapters.errors import UserError
from engine.handover.client import NotTaken
from engine.messages import Cancelled, Command, Event, Failed, Finished, Progress, Update

_STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(Exception):  # noqa: N818  # stopping is no error
    """The person stopped the command; what it had is kept."""

    def __init__(self, number: int, *, final: bool = False) -> None:
        super().__init__(f"stopped by signal {number}")
        self.code = 128 + number
        # The person is impatient, or the terminal has gone: nothing more is to begin.
        self.final = final or number != signal.SIGINT


class NotTakenError(Exception):
    """The process that was to do the command is gone; another, or this one, can do it."""


class Job(Protocol):
    """A command under way, here or in the process that owns the data folder."""

    def cancel(self) -> None: ...

    def close(self) -> None: ...


Begin = Callable[[Command, Callable[[Event], None]], Job]


def run(begin: Begin, command: Command, show: Callable[[Update], None]) -> Any:
    """Do ``command`` and give its result; ``show`` hears the updates, on this thread.

    Raises ``UserError`` where it failed, and ``Stopped`` where a signal stopped it. A
    second signal waits for nothing any more. Raises ``NotTakenError`` before anything was done.
    """
    heard: SimpleQueue[Event | int] = SimpleQueue()
    job = begin(command, heard.put)
    number = 0
    try:
        with _signals(heard.put):
            while True:
                event = heard.get()
                if isinstance(event, int):
                    if number:
                        raise Stopped(number, final=True)
                    number = event
                    job.cancel()
                elif isinstance(event, Progress):
                    show(event.update)
                elif isinstance(event, Finished):
                    return event.result
                elif isinstance(event, Failed):
                    raise UserError(event.what, event.why, event.next_step)
                elif isinstance(event, NotTaken):
                    raise NotTakenError
                elif isinstance(event, Cancelled):
                    raise Stopped(number or signal.SIGINT)
    finally:
        job.cancel()  # e.g. when ``show`` could not write; one that has ended stays as it is
        job.close()


@contextmanager
def _signals(tell: Callable[[int], None]) -> Iterator[None]:
    """Tell the number of a stopping signal instead of dying of it (on the main thread)."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {n: signal.signal(n, lambda number, _: tell(number)) for n in _STOPPING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
