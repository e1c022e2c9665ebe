"""What a person at a terminal sees: text on standard output, progress on standard error."""

import json
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TextIO

from adapters.errors import UserError
from engine.messages import (
    Downloading,
    HeldOut,
    Preparing,
    Reading,
    RunStarted,
    TrainingStep,
    Update,
)

_BAR = 24  # characters


class Progress:
    """One line on standard error that is written over; nothing where that is no terminal."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._wanted = self._stream.isatty()
        self._shown = 0

    def show(self, update: Update) -> None:
        """Show an update that has something to say about how far a job is."""
        line = line_of(update)
        if line and self._wanted:
            self._stream.write("\r" + line.ljust(self._shown))
            self._stream.flush()
            self._shown = len(line)

    def clear(self) -> None:
        """Take the line away, so that other text can stand in its place."""
        if self._shown:
            self._stream.write("\r" + " " * self._shown + "\r")
            self._stream.flush()
            self._shown = 0


def line_of(update: Update) -> str:
    """An update as one line; empty where there is nothing to show."""
    match update:
        case Preparing(stage, fraction):
            return f"{stage} …" if fraction is None else f"{bar(fraction)} {stage}"
        case Reading(done, cached, total) if done < total:
            return f"{bar((done - cached) / max(1, total - cached))} Reading the conversation"
        case RunStarted(run, step, steps):
            return f"Run {run}: {step} of {steps} steps"
        case TrainingStep():
            left = duration(update.seconds_left)
            return (
                f"{bar(update.step / max(1, update.steps))} step {update.step} of {update.steps}"
                f"  loss {update.loss:.3f}  {update.tokens_per_second:.0f} tokens/s  {left} left"
            )
        case HeldOut(_, step, loss):
            return f"Step {step}: loss {loss:.3f} on the notes held out"
        case Downloading(repo, done, total):
            return f"{bar(done / max(1, total))} {repo}"
    return ""


def bar(fraction: float) -> str:
    """A bar and its percentage, for a share from 0 to 1."""
    full = round(_BAR * min(max(fraction, 0.0), 1.0))
    return f"{'█' * full}{'·' * (_BAR - full)} {fraction:4.0%}"


def duration(seconds: float) -> str:
    """As in 4:05 or 1:04:05."""
    minutes, rest = divmod(round(max(0.0, seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def size(count: int) -> str:
    """Bytes as a person reads them, as in 1.9 MB."""
    value = float(count)
    for unit in ("B", "kB", "MB"):
        if value < 1000:
            return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} GB"


def printable(text: str) -> str:
    """Without what a terminal would obey: a model's words, or a name, are text only."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def table(rows: Sequence[tuple[str, ...]]) -> str:
    """Rows of equal length as columns; the first row is the heading."""
    rows = [tuple(printable(cell) for cell in row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def print_json(values: Mapping[str, object]) -> None:
    """One object on standard output."""
    print(json.dumps(values, ensure_ascii=False), flush=True)


def print_error(error: UserError) -> None:
    """What happened, why, and what to do next, each on its own line."""
    for sentence in (error.what, error.why, error.next_step):
        print(printable(str(sentence)), file=sys.stderr)
