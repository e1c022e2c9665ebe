"""A program in a real terminal of its own, driven by what it shows."""

import os
import pty
import select
import signal
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

TIMEOUT = 60.0


class Terminal:
    """Starts ``argv`` with a terminal as all three streams and as its controlling one."""

    def __init__(self, argv: list[str], folder: Path) -> None:
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            argv,
            cwd=folder,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "dumb"},
            start_new_session=True,
        )
        os.close(theirs)
        self.shown = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._ours)

    def type(self, text: str) -> None:
        """Type a line and press Enter."""
        os.write(self._ours, text.encode() + b"\n")

    def interrupt(self) -> None:
        """What Ctrl+C does to a program in the foreground, once it waits for something.

        Between showing the prompt and waiting for a key, readline keeps a signal to itself
        until the next key; nobody is as quick as a test.
        """
        while not (self._waits() and self._waits()):
            pass
        os.kill(self.process.pid, signal.SIGINT)

    def _waits(self) -> bool:
        """Whether its main thread sleeps, a moment from now."""
        time.sleep(0.1)
        stat = Path(f"/proc/{self.process.pid}/stat").read_text()
        return stat.rpartition(")")[2].split()[0] == "S"

    def wait_for(self, text: str) -> str:
        """Read until ``text`` is shown; give what came before it, and forget both."""
        while text not in self.shown:
            ready, _, _ = select.select([self._ours], [], [], TIMEOUT)
            assert ready, f"{text!r} never came, but {self.shown!r}"
            self.shown += self._read()
        before, _, self.shown = self.shown.partition(text)
        return before

    def end(self) -> int:
        """Read to the end; the exit status."""
        while chunk := self._read():
            self.shown += chunk
        return self.process.wait(TIMEOUT)

    def _read(self) -> str:
        try:
            return os.read(self._ours, 4096).decode(errors="replace").replace("\r\n", "\n")
        except OSError:  # how Linux says that the other side has closed
            return ""
