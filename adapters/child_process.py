"""A program that is not to be trusted with time or memory, in a process of its own.

It reads one line of JSON from its standard input, and the bytes that may follow, and writes
one line of JSON; then the next. The process is started when it is first needed, and again
after it was ended.
"""

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal


class ChildLimitError(Exception):
    """It gave no answer: its time was up, or it ended."""

    def __init__(self, limit: Literal["time", "crash"]) -> None:
        super().__init__(limit)
        self.limit: Literal["time", "crash"] = limit


class ChildProcess:
    """``script`` runs by Timbre's own Python. May be used from any thread, one at a time."""

    def __init__(self, script: Path, seconds: float) -> None:
        self.seconds = seconds  # for one answer
        self.process: subprocess.Popen[bytes] | None = None
        self._script = script
        self._turn = threading.Lock()
        atexit.register(self.close)

    def ask(
        self, question: Mapping[str, Any], data: bytes = b"", seconds: float | None = None
    ) -> dict[str, Any]:
        """Its answer; one that names a ``limit`` ends it, so that what it took is given back.

        Raises ``ChildLimitError``.
        """
        with self._turn:
            answer = self._asked(json.dumps(question, default=str), data, seconds or self.seconds)
            if "limit" in answer:
                self._end()
        return answer

    def start(self) -> None:
        """Start the process ahead of need; it gets ready while the caller goes on."""
        with self._turn:
            self._running()

    def close(self) -> None:
        with self._turn:
            self._end()

    def _asked(self, line: str, data: bytes, seconds: float) -> dict[str, Any]:
        process = self._running()
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        watch = threading.Timer(seconds, end)
        watch.daemon = True
        watch.start()
        try:
            return _exchange(process, line, data)
        except (OSError, ValueError) as error:
            self._end()
            raise ChildLimitError("time" if late.is_set() else "crash") from error
        finally:
            watch.cancel()

    def _running(self) -> "subprocess.Popen[bytes]":
        if self.process is not None and self.process.poll() is not None:
            self._end()
        if self.process is None:
            self.process = subprocess.Popen(
                [sys.executable, "-P", str(self._script)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONIOENCODING": "utf-8", "HF_HUB_OFFLINE": "1"},
                start_new_session=True,  # Ctrl+C in a terminal is not for it
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self.process

    def _end(self) -> None:
        process, self.process = self.process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what it was never given is lost with it
                    pipe.close()


def _exchange(process: "subprocess.Popen[bytes]", line: str, data: bytes) -> dict[str, Any]:
    """Raises ``OSError`` or ``ValueError`` when the process has ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(line.encode() + b"\n")
    process.stdin.write(data)
    process.stdin.flush()
    answer: dict[str, Any] = json.loads(process.stdout.readline())
    return answer
