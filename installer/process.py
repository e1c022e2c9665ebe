"""Programs that the set-up runs: watched line by line, never outliving it, all in the log."""

import ctypes
import os
import re
import selectors
import signal
import subprocess
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from installer.report import Report

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_LIBC = ctypes.CDLL(None)
_LINE_END = re.compile(rb"[\r\n]+")
_TICK = 0.2  # seconds


class ProgramError(Exception):
    """A program ended with a non-zero exit; ``tail`` holds its last lines."""

    def __init__(self, tail: list[str]) -> None:
        super().__init__("\n".join(tail[-5:]))
        self.tail = tail


@dataclass(frozen=True)
class Programs:
    """Runs programs for one set-up."""

    report: Report
    log: Path
    lock: int  # the descriptor of the set-up's lock: an empty file

    def run(
        self,
        command: list[str],
        variables: Mapping[str, str],
        on_line: Callable[[str], None] = lambda _: None,
        on_tick: Callable[[], None] = lambda: None,
        folder: Path | None = None,
    ) -> None:
        """Run to the end; ``on_tick`` is called some times a second. Raises ``ProgramError``."""
        tail: deque[str] = deque(maxlen=200)
        with (
            self.log.open("a", encoding="utf-8") as log,
            self._start(command, variables, folder) as process,
        ):
            log.write(f"$ {' '.join(command)}\n")
            try:
                for line in self._lines(process, on_tick):
                    log.write(line + "\n")
                    tail.append(line)
                    on_line(line)
            except BaseException:
                process.kill()
                raise
        if process.returncode:
            raise ProgramError(list(tail))

    def _start(
        self, command: list[str], variables: Mapping[str, str], folder: Path | None
    ) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            command,
            # Nothing to read, and the lock goes to whatever the program starts in its turn.
            stdin=self.lock,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=variables,
            cwd=folder,
            # Safe here: a set-up has no threads.
            preexec_fn=_die_with_parent,
        )

    def _lines(
        self, process: "subprocess.Popen[bytes]", on_tick: Callable[[], None]
    ) -> Iterator[str]:
        """What the program says, as it says it, ticking in between."""
        stream: IO[bytes] = process.stdout  # type: ignore[assignment]  # it is a pipe
        rest = b""
        with selectors.DefaultSelector() as selector:
            selector.register(stream, selectors.EVENT_READ)
            while True:
                heard = selector.select(_TICK)
                on_tick()
                self.report.pulse()
                if not heard:
                    continue
                block = os.read(stream.fileno(), 65536)
                *whole, rest = _LINE_END.split(rest + block)
                yield from (line.decode(errors="replace") for line in whole if line)
                if not block:
                    break
        if rest:
            yield rest.decode(errors="replace")


def _die_with_parent() -> None:
    """A set-up killed by force must not leave a pip behind that goes on writing."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
