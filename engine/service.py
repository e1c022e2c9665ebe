"""Both lanes behind one door: submit a command, get a job number, hear its events."""

import itertools
import logging
import threading
import time
from collections.abc import Callable

from engine.failures import Failures
from engine.handed_on import HandedOn
from engine.messages import (
    Cancelled,
    Command,
    Event,
    Failed,
    Finished,
    Lane,
    Progress,
    Started,
)
from engine.places import Places
from engine.worker import Emit, Handler, Worker

log = logging.getLogger(__name__)

LANES = ("timbre-model", "timbre-files")  # names of the threads
_ENDS = (Finished, Failed, Cancelled)
_OF_A_JOB = (Started, Progress, *_ENDS)


class Service:
    """The engine as the window and the command line see it; safe to call from any thread.

    ``emit`` hears every event, on a worker's thread. A ``listener`` given to ``submit``
    also hears those of its own job, from ``Started`` on.
    """

    def __init__(
        self,
        make_engine: Callable[[], Handler],
        make_files: Callable[[], Handler],
        emit: Emit,
        places: Places,
    ) -> None:
        self._emit = emit
        self._listeners: dict[int, Emit] = {}
        self._lanes: dict[int, Lane] = {}  # of jobs that have not ended
        self._handed_on: set[int] = set()  # those that go on with a second command
        self._cancelled: set[int] = set()
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        failed = Failures(places.log).failed
        self._workers = {
            Lane.MODEL: Worker(LANES[0], make_engine, self.deliver, failed),
            Lane.FILES: Worker(LANES[1], make_files, self.deliver, failed),
        }

    def submit(self, command: Command, listener: Emit | None = None) -> int:
        """Queue a command and give its job number."""
        with self._lock:
            job = next(self._numbers)
            self._lanes[job] = command.lane
            if listener is not None:
                self._listeners[job] = listener
        self._workers[command.lane].submit(job, command)
        return job

    def cancel(self, job: int) -> None:
        """Stop a job and keep what it has; nothing happens if it has ended."""
        with self._lock:
            lane = self._lanes.get(job)
            if lane is not None:
                self._cancelled.add(job)
        if lane is not None:
            self._workers[lane].cancel(job)

    def close(self, timeout: float = 1.5) -> bool:
        """Stop everything and keep what there is; ``timeout`` in seconds, for both lanes.

        False: a thread is still inside an import or a load. Everything is saved, but
        the process should leave through ``os._exit`` then, because the interpreter
        waits for nothing good while native code runs.
        """
        end = time.monotonic() + timeout
        workers = self._workers.values()
        for worker in workers:
            worker.stop()
        ended = [worker.close(max(0.0, end - time.monotonic())) for worker in workers]
        return all(ended)

    def deliver(self, event: Event) -> None:
        """Hand an event to the listener of its job and to everyone."""
        if isinstance(event, Finished) and isinstance(event.result, HandedOn):
            self._hand_on(event.job, event.result)
            return
        if isinstance(event, Started) and event.job in self._handed_on:
            return  # told already
        listener = self._listener(event)
        if listener is not None:
            try:
                listener(event)
            except Exception:
                log.exception("The listener of a job failed")
        self._emit(event)

    def _hand_on(self, job: int, to: HandedOn) -> None:
        """The job goes on with another command; who has it cancelled meanwhile is heard."""
        with self._lock:
            self._lanes[job] = to.command.lane
            self._handed_on.add(job)
        worker = self._workers[to.command.lane]
        worker.submit(job, to.command, to.given_up)
        if job in self._cancelled:
            worker.cancel(job)

    def _listener(self, event: Event) -> Emit | None:
        if not isinstance(event, _OF_A_JOB):
            return None
        with self._lock:
            if not isinstance(event, _ENDS):
                return self._listeners.get(event.job)
            self._lanes.pop(event.job, None)
            self._handed_on.discard(event.job)
            self._cancelled.discard(event.job)
            return self._listeners.pop(event.job, None)
