"""Telling the person who waits how far a set-up is."""

import sys
import time
from typing import Protocol, TextIO

_SLOW = 5.0  # seconds between lines where they cannot be overwritten


class Report(Protocol):
    def stage(self, text: str) -> None:
        """A new part of the work begins."""

    def progress(self, text: str, fraction: float | None = None) -> None:
        """How far the part is, from 0 to 1 where that is known."""

    def say(self, text: str) -> None:
        """Something to know that is no progress."""

    def pulse(self) -> None:
        """Called some times a second, so that a window stays alive."""

    def close(self) -> None:
        """The set-up is over."""


class ConsoleReport:
    """Lines on standard error; on a terminal the progress stays on one line."""

    def __init__(self, stream: TextIO = sys.stderr, width: int = 78) -> None:
        self._stream = stream
        self._width = width
        self._rewrites = stream.isatty()
        self._open_line = False
        self._shown_at = 0.0
        self._shown = ""

    def stage(self, text: str) -> None:
        self.say(text)
        self._shown_at = time.monotonic()

    def progress(self, text: str, fraction: float | None = None) -> None:
        share = "" if fraction is None else f" {fraction:4.0%}"
        line = f"   {text}{share}"[: self._width]
        if line == self._shown:
            return
        if self._rewrites:
            self._stream.write("\r" + line.ljust(self._width))
            self._open_line = True
        elif time.monotonic() - self._shown_at < _SLOW:
            return
        else:
            self._stream.write(line + "\n")
        self._shown, self._shown_at = line, time.monotonic()
        self._stream.flush()

    def say(self, text: str) -> None:
        if self._open_line:
            self._stream.write("\r" + " " * self._width + "\r")
            self._open_line = False
        self._stream.write(text + "\n")
        self._stream.flush()

    def pulse(self) -> None:
        """Nothing: a terminal needs no care."""

    def close(self) -> None:
        if self._open_line:
            self._stream.write("\n")
            self._open_line = False
