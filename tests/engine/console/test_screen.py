"""The line that shows how far a job is, and figures as a person reads them."""

import io

import pytest

from adapters.wording import phrase
from engine.console.screen import Progress, bar, duration, line_of, printable, size, table
from engine.messages import (
    Downloading,
    HeldOut,
    MicroStep,
    Piece,
    Preparing,
    Reading,
    RunStarted,
    TrainingStep,
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_line_is_written_over_and_taken_away() -> None:
    terminal = Terminal()
    progress = Progress(terminal)
    progress.show(Preparing(phrase("p", "A long sentence")))
    progress.show(Preparing(phrase("p", "Short")))
    progress.clear()
    assert terminal.getvalue() == "\rA long sentence …\rShort …          \r       \r"


def test_nothing_is_shown_where_nobody_watches() -> None:
    pipe = io.StringIO()
    progress = Progress(pipe)
    progress.show(Preparing(phrase("p", "Words")))
    progress.clear()
    assert pipe.getvalue() == ""


@pytest.mark.parametrize(
    ("update", "words"),
    [
        (Preparing(phrase("p", "Loading"), 0.5), "50% Loading"),
        (Reading(60, 20, 100), "50%"),
        (RunStarted(3, 5, 90), "Run 3: 5 of 90"),
        (TrainingStep(3, 45, 90, 2.5, 1e-3, 900, 180.4, 75.0), "loss 2.500  180 tokens/s  1:15"),
        (HeldOut(3, 0, 3.25), "3.250"),
        (Downloading("a/b", 1, 4, 9.0), "25% a/b"),
    ],
)
def test_each_update_has_its_line(update: object, words: str) -> None:
    assert words in line_of(update)  # type: ignore[arg-type]


@pytest.mark.parametrize("update", [Reading(9, 9, 9), MicroStep(1), Piece("x", 1, 1.0)])
def test_what_says_nothing_of_progress_leaves_the_line(update: object) -> None:
    assert line_of(update) == ""  # type: ignore[arg-type]


def test_figures() -> None:
    assert (duration(0), duration(65), duration(3_905)) == ("0:00", "1:05", "1:05:05")
    assert (size(999), size(1_900_000), size(2_500_000_000)) == ("999 B", "1.9 MB", "2.5 GB")
    assert bar(2.0).startswith("█" * 24)
    assert bar(-1.0).startswith("·" * 24)


def test_columns_line_up() -> None:
    assert table([("a", "bbb"), ("cccc", "d")]) == "a     bbb\ncccc  d"


def test_only_text_is_printed() -> None:
    assert printable("a\x1b[2J\tб\n\x9b") == "a[2J\tб\n"
