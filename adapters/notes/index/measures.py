"""What counting a note's tokens has given; kept, since it takes longer than reading the note."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from adapters.catalog.note_folders import key_of
from adapters.notes.index.database import Index, writing
from adapters.notes.index.rows import NOTES


@dataclass(frozen=True, slots=True)
class Count:
    """``way`` names how it was counted: another model or length counts otherwise."""

    way: str
    tokens: int
    trained: int


def of_folder(index: Index, folder: Path) -> dict[int, Count]:
    """The counts of its notes, by their ids."""
    rows = index.execute(
        f"SELECT n.id, m.way, m.tokens, m.trained FROM {NOTES} "
        "JOIN measures AS m ON m.note = n.id WHERE d.path = ?",
        (key_of(folder),),
    )
    return {note: Count(*count) for note, *count in rows}


def keep(index: Index, counts: Mapping[int, Count]) -> None:
    """Remember them, of notes that are still there, in place of what was known."""
    with writing(index):
        index.executemany(
            "INSERT OR REPLACE INTO measures (note, way, tokens, trained) "
            "SELECT id, ?, ?, ? FROM notes WHERE id = ?",
            [(one.way, one.tokens, one.trained, note) for note, one in counts.items()],
        )
