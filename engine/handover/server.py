"""The owner of a data folder does the work of commands that are started beside it.

One connection carries one command as a line of JSON, then its events as lines back.
A ``Cancel`` line, or the end of the connection, stops the job and keeps what it has.
"""

import logging
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue

from adapters.wording import phrase
from engine.handover.lines import Lines
from engine.handover.meeting import LONGEST_REQUEST, address, make_private
from engine.messages import (
    Ask,
    Cancel,
    Cancelled,
    Command,
    Done,
    Event,
    Failed,
    Finished,
    RaiseWindow,
    ResumeTraining,
    StopAndKeep,
    Train,
    TrainOn,
)
from engine.places import Places
from engine.service import Service
from engine.wire import WireError

log = logging.getLogger(__name__)

_TAKEN = (Ask, Train, TrainOn, ResumeTraining, StopAndKeep)
_MOST_CONNECTIONS = 16
_PATIENCE = 30.0  # seconds for a request to arrive, or for an event to be read


class Server:
    """Listens until closed; only the holder of the folder's lock may make one.

    ``raise_window`` is called on a thread of the server; it is None where the owner
    has no window. Raises ``OSError`` where no socket can be made.
    """

    def __init__(
        self, places: Places, service: Service, raise_window: Callable[[], None] | None = None
    ) -> None:
        self._service = service
        self._raise_window = raise_window
        self._address = address(places)
        self._room = threading.BoundedSemaphore(_MOST_CONNECTIONS)
        self._serving: set[threading.Thread] = set()
        self._socket = self._listen()
        self._thread = threading.Thread(target=self._accept, name="timbre-handover", daemon=True)
        self._thread.start()

    def close(self, *, wait: bool = False) -> None:
        """Listen no more; with ``wait`` until the work under way is done."""
        self._address.unlink(missing_ok=True)
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # wakes ``accept``
        self._thread.join()
        self._socket.close()
        if wait:
            for thread in list(self._serving):
                thread.join()

    def _listen(self) -> socket.socket:
        """Replace the socket that a killed owner left behind."""
        make_private(self._address.parent)
        self._address.unlink(missing_ok=True)
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listening.bind(str(self._address))
        self._address.chmod(0o600)
        listening.listen(8)
        return listening

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            lines = Lines(connection)
            if not lines.is_ours() or not self._room.acquire(blocking=False):
                lines.close()
                continue
            thread = threading.Thread(target=self._serve, args=(lines,), daemon=True)
            self._serving.add(thread)
            thread.start()

    def _serve(self, lines: Lines) -> None:
        try:
            lines.wait_at_most(reading=_PATIENCE, writing=_PATIENCE)
            self._answer(lines)
        except (OSError, WireError) as error:
            log.warning("A handed-over command broke off: %s", error)
        finally:
            lines.close()
            self._room.release()
            self._serving.discard(threading.current_thread())

    def _answer(self, lines: Lines) -> None:
        request = lines.receive(LONGEST_REQUEST)
        if isinstance(request, RaiseWindow):
            lines.send(self._raised())
        elif isinstance(request, _TAKEN):
            self._work(request, lines)
        elif request is not None:
            lines.send(_not_taken())

    def _raised(self) -> Event:
        if self._raise_window is None:
            return Cancelled(0)
        self._raise_window()
        return Finished(0, Done())

    def _work(self, command: Command, lines: Lines) -> None:
        events: SimpleQueue[Event] = SimpleQueue()
        lines.wait_at_most(reading=0, writing=_PATIENCE)
        job = self._service.submit(command, events.put)
        listening = threading.Thread(target=self._obey, args=(job, lines), daemon=True)
        listening.start()
        try:
            _send_all(events, lines)
        finally:
            lines.end()
            listening.join()  # it stops the job; one that has ended stays as it is

    def _obey(self, job: int, lines: Lines) -> None:
        """Wait for ``Cancel`` or the end of the connection, however long the job takes."""
        with suppress(OSError, WireError):
            told = lines.receive(LONGEST_REQUEST)
            if not isinstance(told, Cancel | None):
                log.warning("Job %d was sent %s, which is no Cancel", job, type(told).__name__)
        self._service.cancel(job)


def _send_all(events: "SimpleQueue[Event]", lines: Lines) -> None:
    """Send a job's events up to the one that ends it."""
    ended = False
    while not ended:
        event = events.get()
        lines.send(event)
        ended = isinstance(event, Finished | Failed | Cancelled)


def _not_taken() -> Failed:
    return Failed(
        0,
        phrase("errors", "The open Timbre could not take this command."),
        phrase("errors", "It may be of another version."),
        phrase("errors", "Close the open Timbre and try again."),
    )
