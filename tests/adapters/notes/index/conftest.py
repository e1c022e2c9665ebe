"""An index in a file of its own, and a folder of notes that a test can change."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.notes.index import rows
from adapters.notes.index.database import Index, opened
from adapters.notes.index.look import look

PROSE = "The bean seedlings went out today, a week later than last year, under fleece."
LONG_AGO = time.time() - 1000


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with opened(tmp_path / "data" / "notes-index.sqlite") as index:
        yield index


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "notes"
    made.mkdir()
    return made


def write(folder: Path, path: str, text: str = PROSE, modified: float = LONG_AGO) -> Path:
    """A file whose date is long past: a young one is read again to be sure."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    os.utime(file, (modified, modified))
    return file


def looked(index: Index, folder: Path) -> list[str]:
    """Bring the index up to date; the paths of its notes."""
    for _ in look(index, folder):
        pass
    return [note.path for note in rows.notes(index, folder)]
