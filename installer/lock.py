"""One set-up at a time for one cache folder."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.report import Report
from installer.wording import words


@contextmanager
def held(path: Path, report: Report) -> Iterator[int]:
    """Wait for the lock and hold it; gives the file descriptor.

    The programs that a set-up runs have it as their standard input, and so has what they start
    in their turn: the lock stays held until all are gone, even where the set-up was killed.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _wait(descriptor, report)
        yield descriptor
    finally:
        os.close(descriptor)


def _wait(descriptor: int, report: Report) -> None:
    told = False
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not told:
                report.say(words("Another set-up of Timbre is running; this one waits for it."))
                told = True
            report.pulse()
            time.sleep(0.2)
        else:
            return
