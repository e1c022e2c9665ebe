"""Which notes a run learns and is measured on, kept beside its checkpoints for its version."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Literal

from adapters.catalog.records import LearnedNote
from adapters.notes.decisions import Decided
from adapters.voice import durable

_FILE = "learned.json"


def sources_of(notes: Iterable[Decided]) -> list[LearnedNote]:
    """What becomes of notes that are learned or held out."""
    return [LearnedNote(d.note.path, d.note.sha256, _side(d)) for d in notes]


def _side(one: Decided) -> Literal["learn", "held_out"]:
    return "held_out" if one.use == "held_out" else "learn"


def write(notes: Sequence[LearnedNote], folder: Path) -> None:
    """Keep them in ``folder``. Raises ``OSError`` where the disk is full."""
    folder.mkdir(parents=True, exist_ok=True)
    durable.write(folder / _FILE, json.dumps([asdict(note) for note in notes]).encode())


def read(folder: Path) -> list[LearnedNote]:
    """What was kept; nothing of a run that an earlier Timbre began."""
    try:
        kept = json.loads((folder / _FILE).read_bytes())
    except FileNotFoundError:
        return []
    return [LearnedNote(**note) for note in kept]
