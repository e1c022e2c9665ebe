"""What a person at a terminal sees: text on standard output, progress on standard error."""

import json
import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TextIO

from adapters.errors import UserError
from adapters.wording import Phrase, phrase
from engine.console.words import decimal, words
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
CLOSED_PIPE = 141  # the exit status of a program that SIGPIPE ended


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
            said = words(stage)
            return f"{said} …" if fraction is None else f"{bar(fraction)} {said}"
        case Reading(done, cached, total) if done < total:
            said = words(phrase("console", "Reading the conversation"))
            return f"{bar((done - cached) / max(1, total - cached))} {said}"
        case RunStarted(run, step, steps):
            told = phrase(
                "console", "Run {run}: {step} of {steps} steps", run=run, step=step, steps=steps
            )
            return words(told)
        case TrainingStep():
            return f"{bar(update.step / max(1, update.steps))} {words(_step(update))}"
        case HeldOut(_, step, loss):
            told = phrase(
                "console",
                "Step {step}: loss {loss} on the notes held out",
                step=step,
                loss=decimal(loss, 3),
            )
            return words(told)
        case Downloading(repo, done, total):
            return f"{bar(done / max(1, total))} {repo}"
    return ""


def _step(update: TrainingStep) -> Phrase:
    return phrase(
        "console",
        "step {step} of {steps}  loss {loss}  {speed} tokens/s  {left} left",
        step=update.step,
        steps=update.steps,
        loss=decimal(update.loss, 3),
        speed=round(update.tokens_per_second),
        left=duration(update.seconds_left),
    )


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
    if count < 1000:
        return words(phrase("console", "{number} B", number=count))
    if count < 1000**2:
        return words(phrase("console", "{number} kB", number=decimal(count / 1000)))
    if count < 1000**3:
        return words(phrase("console", "{number} MB", number=decimal(count / 1000**2)))
    return words(phrase("console", "{number} GB", number=decimal(count / 1000**3)))


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
        complain(sentence)


def say(sentence: Phrase) -> None:
    """One sentence on standard output, in the owner's language."""
    print(printable(words(sentence)), flush=True)


def complain(sentence: Phrase) -> None:
    """The same on standard error."""
    print(printable(words(sentence)), file=sys.stderr)


def bear_any_letter() -> None:
    """A terminal that lacks a letter is shown another one; that is no failure."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def reader_has_gone() -> int:
    """Write nothing more, as with "ask ... | head -1"; gives the exit status."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CLOSED_PIPE
