"""Starting the program of ``program.py`` beside the test."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.places import Places

ROOT = Path(__file__).parents[3]
Run = Callable[..., tuple[int, str, str]]  # a command in this process
Start = Callable[..., "subprocess.Popen[str]"]


def command(places: Places, *argv: str, pause: float = 0.01) -> list[str]:
    program = [sys.executable, "-m", "tests.engine.console.program"]
    return [*program, str(pause), str(places.data), *argv]


@contextmanager
def started(places: Places) -> Iterator[Start]:
    """A way to begin commands beside the test; what is left of them at the end is killed."""
    begun: list[subprocess.Popen[str]] = []

    def start(*argv: str, pause: float = 0.01) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            command(places, *argv, pause=pause),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
        )
        begun.append(process)
        return process

    yield start
    for process in begun:
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()


def run(places: Places, *argv: str, pause: float = 0.01) -> "subprocess.CompletedProcess[str]":
    """Do a command to its end."""
    return subprocess.run(
        command(places, *argv, pause=pause),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
