"""Where the engine's plain ``emit(event)`` becomes Qt's signal: nowhere else."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from engine.messages import (
    Cancelled,
    Command,
    Event,
    Failed,
    Finished,
    Footprint,
    ModelChanged,
    Progress,
    RunQueued,
    RunStarted,
)

log = logging.getLogger(__name__)


class ServiceLike(Protocol):
    """What the bridge needs of ``engine.service.Service``; tests give a fake."""

    def submit(self, command: Command) -> int: ...
    def cancel(self, job: int) -> None: ...
    def close(self) -> object: ...


@dataclass(frozen=True)
class Job:
    """A command that has not ended yet, and who waits for it."""

    number: int
    command: Command
    on_update: Callable[[Any], None] | None
    on_finished: Callable[[Any], None] | None
    on_failed: Callable[[Failed], None] | None
    on_cancelled: Callable[[], None] | None
    owner: QObject | None

    @property
    def is_awaited(self) -> bool:
        return self.owner is None or shiboken6.isValid(self.owner)


class Bridge(QObject):
    """Submits commands and brings every event to the GUI thread.

    ``event`` carries every event there, after the callbacks of its job. A job that
    fails while nobody waits for it, or any more, is told by ``unhandled``.
    """

    # Qt ignores that QObject has a method of this name: a Signal is no override.
    event = Signal(object)  # type: ignore[assignment]
    unhandled = Signal(object)
    _arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._service: ServiceLike | None = None
        self._jobs: dict[int, Job] = {}
        self.training: dict[int, int] = {}  # job: run, also of jobs from the command line
        self.model: ModelChanged | None = None
        self.footprint = Footprint(device="cpu")
        # Queued always: an event is never handled inside of the call that caused it.
        self._arrived.connect(self._dispatch, Qt.ConnectionType.QueuedConnection)

    def start(self, make_service: Callable[[Callable[[Event], None]], ServiceLike]) -> None:
        """Make the service; it calls its ``emit`` from any thread."""
        self._service = make_service(self._arrived.emit)

    def submit(
        self,
        command: Command,
        *,
        on_update: Callable[[Any], None] | None = None,
        on_finished: Callable[[Any], None] | None = None,
        on_failed: Callable[[Failed], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
        owner: QObject | None = None,
    ) -> int:
        """Queue a command; the callbacks run in the GUI thread. Returns the job's number.

        They are left out once ``owner`` has been deleted: name it wherever one of them is
        no method of a QObject, for which that is done by itself.
        """
        assert self._service is not None, "the service has not been started"
        number = self._service.submit(command)
        self._jobs[number] = Job(
            number, command, on_update, on_finished, on_failed, on_cancelled, owner
        )
        return number

    def cancel(self, job: int) -> None:
        """Ask a job to stop; one that has ended already is let be."""
        if self._service is not None:
            self._service.cancel(job)

    def running(self, kind: type[Command]) -> list[int]:
        """Jobs of this kind that were submitted here and have not ended."""
        return [n for n, job in self._jobs.items() if isinstance(job.command, kind)]

    def command(self, job: int) -> Command | None:
        """What a job is that was submitted here and has not ended."""
        return self._jobs[job].command if job in self._jobs else None

    def close(self) -> bool:
        """Close the service; events that come later are dropped.

        False: one of its threads is still inside native code (see ``Service.close``).
        """
        service, self._service = self._service, None
        self._jobs.clear()
        return service is None or service.close() is not False

    def _dispatch(self, event: Event) -> None:
        if self._service is None:
            return
        match event:
            case ModelChanged():
                self.model = event if event.model is not None else None
            case Footprint():
                self.footprint = event
            case Progress() | Finished() | Failed() | Cancelled():
                self._tell(event)
        self.event.emit(event)

    def _tell(self, event: Progress | Finished | Failed | Cancelled) -> None:
        job = self._jobs.get(event.job)
        if not isinstance(event, Progress):
            self._jobs.pop(event.job, None)
            self.training.pop(event.job, None)
        elif isinstance(event.update, RunQueued | RunStarted):
            self.training[event.job] = event.update.run
        if job is None:
            return
        match event:
            case Failed() if not (job.is_awaited and is_there(job.on_failed)):
                self.unhandled.emit(event)
            case _ if not job.is_awaited:
                pass
            case Progress(update=update):
                call(job.on_update, update)
            case Finished(result=result):
                call(job.on_finished, result)
            case Cancelled():
                call(job.on_cancelled)
            case Failed():
                call(job.on_failed, event)


def is_there(function: Callable[..., None] | None) -> bool:
    """Whether there is a callback, and the page whose method it is has not been deleted."""
    page = getattr(function, "__self__", None)
    return function is not None and (not isinstance(page, QObject) or shiboken6.isValid(page))


def call(function: Callable[..., None] | None, *arguments: object) -> None:
    if function is not None and is_there(function):
        function(*arguments)
