"""Faults 1 to 6: hostile replies, titles and names are text; nothing is opened, nothing hangs.

The window runs in a process of its own, with real files behind the addresses: a FIFO that
tells whether it was opened, /dev/zero that would fill the memory, a port that would be asked.
"""

import errno
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECONDS = 120  # far above what is needed, below a window that hangs for ever


def show(folder: Path, text: str) -> str:
    """What the window printed; fails when it hung, aborted or wrote an error."""
    file = folder / "hostile.txt"
    file.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.hostile_chat", str(folder), str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    place = tmp_path / "fifo"
    os.mkfifo(place)
    return place


def is_being_read(fifo: Path) -> bool:
    """Whether a process has it open for reading just now, or hangs in opening it."""
    try:
        os.close(os.open(fifo, os.O_WRONLY | os.O_NONBLOCK))
    except OSError as error:
        if error.errno == errno.ENXIO:
            return False
        raise
    return True


@pytest.fixture
def port() -> Iterator[socket.socket]:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        made.listen()
        made.setblocking(False)
        yield made


def images(address: str) -> str:
    return "\n\n".join(
        (
            f'<img src="{address}">',
            f"![picture]({address})",
            f"![picture][ref]\n\n[ref]: {address}",
            f'<p style="background-image: url({address})">x</p>',
            f"<table background='{address}'><tr><td>x</td></tr></table>",
            f'1. <img src="{address}">\n2. **![x]({address})**',
            f"| <img src={address}> |\n|---|\n| ![x]({address}) |",
            f"> <object data='{address}'></object>",
            f"```html\n<img src='{address}'>\n```",
        )
    )


def test_an_endless_file_is_not_read(tmp_path: Path) -> None:
    assert show(tmp_path, images("file:///dev/zero")).startswith("shown 2")


def test_a_fifo_is_not_opened(tmp_path: Path, fifo: Path) -> None:
    assert show(tmp_path, images(f"file://{fifo}")).startswith("shown 2")
    assert not is_being_read(fifo)


def test_the_check_of_the_fifo_sees_a_reader(fifo: Path) -> None:
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    assert is_being_read(fifo)
    os.close(reader)


def test_no_picture_is_asked_for(tmp_path: Path, port: socket.socket) -> None:
    host = f"127.0.0.1:{port.getsockname()[1]}"
    text = images(f"http://{host}/i.png") + "\n\n" + images(f"//{host}/share/i.png")
    assert show(tmp_path, text).startswith("shown 2")
    with pytest.raises(BlockingIOError):
        port.accept()


def test_a_title_that_is_a_picture_is_a_title(tmp_path: Path, fifo: Path) -> None:
    assert show(tmp_path, f'<img src="file://{fifo}">').startswith("shown 2")
    assert not is_being_read(fifo)


@pytest.mark.parametrize(
    "text",
    ["a" * 2_000_000, "```\n" + "a" * 2_000_000, "[" * 200_000, "|a" * 100_000 + "\n" + "|-" * 9,
     "> " * 50_000, "\u202e\u0000\ufffc" * 10_000],
    ids=["line", "code", "brackets", "table", "quotes", "marks"],
)  # fmt: skip
def test_a_line_of_two_megabytes_does_not_stop_the_window(tmp_path: Path, text: str) -> None:
    assert show(tmp_path, text).startswith("shown 2")
