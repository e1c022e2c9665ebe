"""Handing a command to the process that owns the data folder."""

import logging
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass

from adapters.wording import phrase
from engine.handover.lines import Lines
from engine.handover.meeting import LONGEST_EVENT, address
from engine.messages import (
    Cancel,
    Cancelled,
    Command,
    Event,
    Failed,
    Finished,
    RaiseWindow,
)
from engine.places import Places
from engine.wire import WireError
from engine.worker import Emit

log = logging.getLogger(__name__)

_PATIENCE = 10  # seconds for the owner to take what is sent, or to raise its window


def raise_window(places: Places) -> bool:
    """Ask the owner to show its window; False if it has none or does not answer."""
    lines = _connect(places)
    if lines is None:
        return False
    lines.wait_at_most(reading=_PATIENCE, writing=_PATIENCE)
    try:
        lines.send(RaiseWindow())
        return isinstance(lines.receive(LONGEST_EVENT), Finished)
    except (OSError, WireError):
        return False
    finally:
        lines.close()


def listens(places: Places) -> bool:
    """Whether an owner of the data folder takes commands at the moment."""
    lines = _connect(places)
    if lines is None:
        return False
    lines.close()
    return True


def hand_over(places: Places, command: Command, listener: Emit) -> "HandedOver | None":
    """Give a command to the owner; None if nobody listens (it may be starting or gone).

    ``listener`` hears the events, with the owner's job numbers, on a thread of its own;
    the last one is always ``Finished``, ``Failed``, ``Cancelled`` or ``NotTaken``.
    """
    lines = _connect(places)
    return None if lines is None else HandedOver(lines, command, listener)


@dataclass(frozen=True)
class NotTaken(Event):
    """The owner left before it began with the command, which can be given again."""


class HandedOver:
    """A command that the owner of the data folder is working on."""

    def __init__(self, lines: Lines, command: Command, listener: Emit) -> None:
        self._lines = lines
        self._listener = listener
        lines.wait_at_most(reading=0, writing=_PATIENCE)
        with suppress(OSError):  # the owner is gone: the listener hears so below
            lines.send(command)
        self._thread = threading.Thread(target=self._follow, name="timbre-follow", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Stop it, and keep what it has; ``Cancelled`` follows."""
        with suppress(OSError):
            self._lines.send(Cancel())

    def close(self) -> None:
        """Hear no more; a job that has not ended is stopped."""
        self._lines.end()
        self._thread.join()
        self._lines.close()

    def _follow(self) -> None:
        event: Event = NotTaken()
        try:
            while received := self._lines.receive(LONGEST_EVENT):
                event = received
                self._listener(event)
        except (OSError, WireError) as error:
            log.info("The owner of the data folder broke off: %s", error)
        if isinstance(event, NotTaken):
            self._listener(event)
        elif not isinstance(event, Finished | Failed | Cancelled):
            self._listener(_went_away())


def _connect(places: Places) -> Lines | None:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.connect(str(address(places)))
    except OSError:
        connection.close()
        return None
    return Lines(connection)


def _went_away() -> Event:
    return Failed(
        0,
        phrase("errors", "The Timbre that did this work has closed."),
        phrase("errors", "This command was handed to it, because it had the data folder open."),
        phrase("errors", "Start the command again; a training goes on with train --resume."),
    )
