"""One background thread that turns commands into events, a step at a time.

Every job is a generator. The worker advances one of them by one step, looks at what
was cancelled and what has come in, and chooses again; so a chat message is answered
in the middle of a training, and nothing needs a lock but the queue itself.
"""

import logging
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Protocol

from adapters.wording import phrase
from engine.messages import (
    Cancelled,
    Command,
    Event,
    Failed,
    Finished,
    Preparing,
    Progress,
    Started,
    Update,
)

log = logging.getLogger(__name__)

Steps = Generator[Update, None, object]
Emit = Callable[[Event], None]


class Handler(Protocol):
    """What a worker drives: the engine, or a fake in tests.

    While ``hurried`` is set, the job under way has been cancelled: its step may yield early,
    to be closed there.
    """

    hurried: threading.Event

    def handle(self, command: Command) -> Steps:
        """Give the command's steps; closing them early saves what there is."""
        ...

    def close(self) -> None:
        """Let go of everything; called on the worker's thread when it ends."""
        ...


@dataclass(eq=False)
class _Job:
    id: int
    command: Command
    given_up: Callable[[], None] | None = None
    cancelled: bool = False
    steps: Steps | None = None

    @property
    def urgency(self) -> int:
        """Lowest first: at most one interactive and one long job are under way at a time."""
        if self.cancelled:
            return 0
        under_way = self.steps is not None
        if self.command.interactive:
            return 1 if under_way else 2
        return 3 if under_way else 4


class Worker:
    """Serves commands on its own daemon thread; ``emit`` is called on that thread.

    The handler is made there too, when the first command needs it, because that is
    when torch is imported. ``failed`` words an exception as the event that ends a job.
    """

    def __init__(
        self,
        name: str,
        make_handler: Callable[[], Handler],
        emit: Emit,
        failed: Callable[[int, BaseException], Failed],
    ) -> None:
        self._make_handler = make_handler
        self._handler: Handler | None = None
        self._emit_event = emit
        self._failed = failed
        self._jobs: list[_Job] = []  # oldest first
        self._under_way: _Job | None = None  # whose step is being done
        self._changed = threading.Condition()
        self._closing = False
        self._making = False  # the handler: an import of seconds
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def submit(
        self, job: int, command: Command, given_up: Callable[[], None] | None = None
    ) -> None:
        """Queue a command; ``job`` must be new. Once closed, it is cancelled at once.

        ``given_up`` is called if it is cancelled before its turn.
        """
        with self._changed:
            if not self._closing:
                self._jobs.append(_Job(job, command, given_up))
                self._changed.notify()
                return
        self._give_up(_Job(job, command, given_up))
        self._emit(Cancelled(job))

    def cancel(self, job: int) -> None:
        """End a job before its next step; one that has ended already stays as it is."""
        with self._changed:
            for waiting in self._jobs:
                if waiting.id == job:
                    waiting.cancelled = True
                    if waiting is self._under_way:
                        self._hurry()
            self._changed.notify()

    def stop(self) -> None:
        """Cancel everything and let the thread end; does not wait for it."""
        with self._changed:
            self._closing = True
            self._hurry()
            self._changed.notify()

    def close(self, timeout: float) -> bool:
        """Stop and wait ``timeout`` seconds; False if the thread is still in a step by then.

        A step that cannot be cut short (an import, the load of a file) leaves nothing
        unsaved, and the thread is a daemon, so the process may end regardless. While the
        handler is still being made nothing can be unsaved at all: then it waits for nothing.
        """
        self.stop()
        self._thread.join(0.0 if self._making else timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            self._advance(job)
        with self._changed:
            left = list(self._jobs)
        for job in left:
            job.cancelled = True
            self._advance(job)
        if self._handler is not None:
            self._handler.close()

    def _next(self) -> _Job | None:
        """Wait for the job whose turn it is; None when closing."""
        with self._changed:
            self._changed.wait_for(lambda: self._closing or self._jobs)
            return None if self._closing else min(self._jobs, key=lambda job: job.urgency)

    def _advance(self, job: _Job) -> None:
        """Take one step of a job, or end it."""
        try:
            update = self._step(job)
        except BaseException as error:  # the one catch-all: whatever it is, the job ends
            if job.steps is None:
                self._give_up(job)
            self._end(job, self._failed(job.id, error))
            return
        if isinstance(update, Update):
            self._emit(Progress(job.id, update))
        else:
            self._end(job, update)

    def _step(self, job: _Job) -> Update | Event:
        """The job's next update, or the event that it ends with."""
        if job.cancelled:
            if job.steps is not None:
                job.steps.close()  # its ``finally`` saves what there is
            else:
                self._give_up(job)
            return Cancelled(job.id)
        if job.steps is None:
            job.steps = self._begin(job)
        self._calm(job)
        try:
            return next(job.steps)
        except StopIteration as end:
            return Finished(job.id, end.value)
        finally:
            self._under_way = None

    def _hurry(self) -> None:
        if self._handler is not None:
            self._handler.hurried.set()

    def _calm(self, job: _Job) -> None:
        """Before a step: whoever was in a hurry meant another job."""
        with self._changed:
            self._under_way = job
            if self._handler is not None and not (self._closing or job.cancelled):
                self._handler.hurried.clear()

    def _begin(self, job: _Job) -> Steps:
        self._emit(Started(job.id))
        if self._handler is None:
            stage = phrase("progress", "Starting the engine")
            self._emit(Progress(job.id, Preparing(stage)))
            self._making = True
            try:
                self._handler = self._make_handler()
            finally:
                self._making = False
        return self._handler.handle(job.command)

    def _give_up(self, job: _Job) -> None:
        """Tell that a job ends which was never begun."""
        if job.given_up is not None:
            try:
                job.given_up()
            except Exception:
                log.exception("Job %d could not be given up in order", job.id)

    def _end(self, job: _Job, event: Event) -> None:
        job.steps = None  # frees what its frames hold
        with self._changed:
            self._jobs.remove(job)
        self._emit(event)

    def _emit(self, event: Event) -> None:
        """Hand an event on; a listener that fails must not stop the engine."""
        try:
            self._emit_event(event)
        except Exception:
            log.exception("A listener failed on %s", type(event).__name__)
