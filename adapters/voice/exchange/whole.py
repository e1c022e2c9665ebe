"""A file that is whole under its name, or is not there, however large it is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write to what is given; it takes its name once it is on the disk. Raises ``OSError``."""
    with new_path(path) as aside, aside.open("wb") as file:
        yield file


@contextmanager
def new_path(path: Path) -> Iterator[Path]:
    """The same for a writer that opens its file itself, by the name that is given here."""
    aside = path.with_name(f".{path.name}.part-{os.getpid()}")
    try:
        yield aside
        _sync(aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    _sync(path.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
