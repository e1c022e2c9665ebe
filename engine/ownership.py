"""One process owns a data folder: a lock that the kernel lets go of, even after kill -9."""

import fcntl
import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from adapters.errors import UserError
from adapters.wording import phrase
from engine.places import Places


class Ownership:
    """The held lock; a context manager that lets go at its end."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def release(self) -> None:
        """Let go; the file stays, because removing it would let two processes in."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def take(places: Places) -> Ownership | None:
    """Take the data folder, or give None where another process has it.

    Makes the folder (for its owner only) if it is not there yet. Raises ``UserError``
    where it cannot be written.
    """
    try:
        places.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(places.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise _cannot_write(places.data, error) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    with suppress(OSError):  # the number is for people; the lock is what counts
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
    return Ownership(handle)


def owner(places: Places) -> int | None:
    """The process that owns the data folder; None if nobody does. Writes nothing."""
    try:
        handle = os.open(places.lock, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _number(os.read(handle, 32))
    finally:
        os.close(handle)
    return None


def _number(text: bytes) -> int:
    """The process number in the file; 0 while it is still being written."""
    return int(text) if text.strip().isdigit() else 0


def _cannot_write(folder: Path, error: OSError) -> UserError:
    return UserError(
        phrase("errors", "The data folder cannot be used: {folder}", folder=str(folder)),
        phrase("errors", "The system said: {reason}", reason=error.strerror or str(error)),
        phrase("errors", "Make it writable, or choose another one with --data-dir."),
    )
