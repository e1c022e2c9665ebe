"""Where a command of the terminal is worked on: in this process, or in the owner's."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from adapters.catalog.database import Catalog
from adapters.errors import UserError
from adapters.wording import phrase
from engine import ownership
from engine.console.work import Job, NotTakenError
from engine.handover import client
from engine.messages import Command, Event
from engine.owner import Makers, Owner, own
from engine.places import Places
from engine.service import Service

_PATIENCE = 10.0  # seconds for another process to start listening, or to end


@dataclass(frozen=True)
class Desk:
    """``begin`` starts a command; ``catalog`` is for reading only where ``here`` is False."""

    begin: Callable[[Command, Callable[[Event], None]], Job]
    catalog: Catalog
    here: bool


def at_desk(places: Places, makers: Makers, work: Callable[[Desk], int]) -> int:
    """Do ``work`` at a desk, and at another one where its process left before it began."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            with open_desk(places, makers) as desk:
                return work(desk)
        except NotTakenError as error:
            if time.monotonic() > until:
                raise _silent(places) from error


@contextmanager
def open_desk(places: Places, makers: Makers) -> Iterator[Desk]:
    """Own the data folder for a while, or reach the process that does.

    Raises ``UserError`` where neither is possible.
    """
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        owner = own(places, lambda _: None, makers=makers)
        if owner is not None:
            yield from _here(owner)
            return
        if client.listens(places):
            yield from _there(places)
            return
        time.sleep(0.1)
    raise _silent(places)


class _LocalJob:
    def __init__(self, service: Service, job: int) -> None:
        self._service = service
        self._job = job

    def cancel(self) -> None:
        self._service.cancel(self._job)

    def close(self) -> None:
        """Nothing is held."""


def _here(owner: Owner) -> Iterator[Desk]:
    def begin(command: Command, listener: Callable[[Event], None]) -> Job:
        return _LocalJob(owner.service, owner.service.submit(command, listener))

    finished = False
    try:
        yield Desk(begin, owner.catalog, here=True)
        finished = True
    finally:
        owner.close(wait=finished)


def _there(places: Places) -> Iterator[Desk]:
    def begin(command: Command, listener: Callable[[Event], None]) -> Job:
        job = client.hand_over(places, command, listener)
        if job is None:
            raise NotTakenError
        return job

    catalog = Catalog.open_reading(places.catalog)
    try:
        yield Desk(begin, catalog, here=False)
    finally:
        catalog.close()


def _silent(places: Places) -> UserError:
    return UserError(
        phrase("errors", "The data folder is in use, and its user does not answer."),
        phrase(
            "errors",
            "Process {number} has it open: {folder}",
            number=ownership.owner(places) or 0,
            folder=str(places.data),
        ),
        phrase("errors", "Close that Timbre, or choose another folder with --data-dir."),
    )
