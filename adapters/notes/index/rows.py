"""What the index knows of a folder: light rows by which is decided, and texts one by one."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from adapters.catalog.note_folders import key_of
from adapters.notes.document import Document, Turn
from adapters.notes.index.database import Index
from adapters.notes.secrets import Masked
from adapters.wording import Phrase, from_text

_AT_ONCE = 200  # texts that are held in memory
NOTES = "notes AS n JOIN files AS f ON f.id = n.file JOIN folders AS d ON d.id = f.folder"
_OF_FOLDER = f"FROM {NOTES} WHERE d.path = ? ORDER BY f.path, n.place"


@dataclass(frozen=True, slots=True)
class Note:
    """A note without its text."""

    id: int
    path: str
    size: int  # bytes
    reason: Phrase | None  # why its reader gives no text
    letters: int
    sha256: str  # of its text, as ``holdout.text_hash`` gives it
    same: str  # equal for texts that count as the same
    signature: bytes | None
    secrets: tuple[Masked, ...]
    mostly_secret: bool
    speakers: frozenset[str]  # of a conversation


def notes(index: Index, folder: Path) -> list[Note]:
    """The notes of a folder as it was looked at last, by file and place."""
    rows = index.execute(
        "SELECT n.id, n.path, n.bytes, n.reason, n.letters, n.sha256, n.same, n.signature, "
        f"n.secrets, n.mostly_secret, n.speaks {_OF_FOLDER}",
        (key_of(folder),),
    )
    return [_note(row) for row in rows]


def speakers(index: Index, folder: Path) -> list[tuple[str, int]]:
    """Who speaks in the folder's conversations, and how many turns; most first, then by name."""
    counted: Counter[str] = Counter()
    for (speaks,) in index.execute(
        f"SELECT n.speaks FROM {NOTES} WHERE d.path = ? AND n.speaks IS NOT NULL",
        (key_of(folder),),
    ):
        counted.update(json.loads(speaks))
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))


def documents(index: Index, ids: Sequence[int]) -> Iterator[tuple[int, Document]]:
    """The notes of these ids with their texts, in this order; a few are in memory at a time.

    One that has vanished from the index meanwhile is left out.
    """
    rest = iter(ids)
    while some := list(islice(rest, _AT_ONCE)):
        marks = ", ".join("?" * len(some))
        rows = index.execute(
            "SELECT n.id, n.path, t.title, t.text, n.bytes, t.turns FROM notes AS n "
            f"JOIN texts AS t ON t.id = n.id WHERE n.id IN ({marks})",
            some,
        )
        found = {row[0]: _document(*row[1:]) for row in rows}
        yield from ((one, found[one]) for one in some if one in found)


def note_id(index: Index, folder: Path, path: str) -> int | None:
    """The id of the note at ``path``."""
    row = index.execute(
        f"SELECT n.id FROM {NOTES} WHERE d.path = ? AND n.path = ?", (key_of(folder), path)
    ).fetchone()
    return None if row is None else int(row[0])


def _note(row: tuple[Any, ...]) -> Note:
    id_, path, size, reason, letters, sha256, same, signature, secrets, mostly, speaks = row
    return Note(
        id=id_,
        path=path,
        size=size,
        reason=from_text(reason) if reason else None,
        letters=letters,
        sha256=sha256,
        same=same,
        signature=signature,
        secrets=tuple(Masked(*one) for one in json.loads(secrets)) if secrets else (),
        mostly_secret=bool(mostly),
        speakers=frozenset(json.loads(speaks)) if speaks else frozenset(),
    )


def _document(path: str, title: str, text: str, bytes_: int, turns: str | None) -> Document:
    spoken = tuple(Turn(*turn) for turn in json.loads(turns)) if turns else ()
    return Document(path, title, text, bytes_, spoken)
