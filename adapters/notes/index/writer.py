"""Puts notes into the index, in small transactions that never outlive a step of a job."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field
from typing import Any

from adapters.catalog.vocabulary import LONGEST_WORD, SHORTEST_PART, words_in_order
from adapters.notes import duplicates, secrets
from adapters.notes.document import Document, Skipped
from adapters.notes.holdout import text_hash
from adapters.notes.index.database import Index, writing
from adapters.wording import as_text

_BATCH = 64  # files, or
_BATCH_LETTERS = 2**20
_MOST_WORDS = 200_000  # that are remembered as known


@dataclass
class _Read:
    """A file and some of its notes; ``stamp`` is empty while there are more to come."""

    path: str
    content: str
    stamp: str = ""
    first: int = 0  # the place of the first of ``notes``
    notes: list[Document | Skipped] = field(default_factory=list)


class Writer:
    """Of one folder. What waits is written by ``close`` at the latest."""

    def __init__(self, index: Index, folder: int) -> None:
        self._index, self._folder = index, folder
        self._waiting: list[_Read] = []
        self._restamped: list[tuple[str, int, str]] = []
        self._letters = 0
        self._words: set[str] = set()

    @contextmanager
    def file(self, path: str, stamp: str, content: str) -> Iterator[None]:
        """Notes that are added inside are those of this file, in place of what it had."""
        self._waiting.append(_Read(path, content))
        yield
        self._waiting[-1].stamp = stamp
        if len(self._waiting) >= _BATCH:
            self.flush()

    def add(self, note: Document | Skipped) -> None:
        """Of a file with very many notes some are written before the others are read."""
        now = self._waiting[-1]
        now.notes.append(note)
        self._letters += len(note.text) if isinstance(note, Document) else 0
        if self._letters >= _BATCH_LETTERS:
            self.flush()
            self._waiting = [_Read(now.path, now.content, first=now.first + len(now.notes))]

    def restamp(self, path: str, stamp: str) -> None:
        """The file is as it was, whatever its date says."""
        self._restamped.append((stamp, self._folder, path))
        if len(self._restamped) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        with writing(self._index):
            self._index.executemany(
                "UPDATE files SET stamp = ? WHERE folder = ? AND path = ?", self._restamped
            )
            for read in self._waiting:
                self._write(read)
        self._waiting, self._restamped, self._letters = [], [], 0

    def close(self) -> None:
        if self._waiting or self._restamped:
            self.flush()

    def _write(self, read: _Read) -> None:
        (file,) = self._index.execute(
            "INSERT INTO files (folder, path, stamp, content) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (folder, path) DO UPDATE SET stamp = excluded.stamp, "
            "content = excluded.content RETURNING id",
            (self._folder, read.path, read.stamp, read.content if read.stamp else ""),
        ).fetchone()
        if read.first == 0:
            self._index.execute("DELETE FROM notes WHERE file = ?", (file,))
        for place, note in enumerate(read.notes, read.first):
            self._write_note(file, place, note)

    def _write_note(self, file: int, place: int, note: Document | Skipped) -> None:
        words = [] if isinstance(note, Skipped) else words_in_order(note.text)
        known = _skipped(note) if isinstance(note, Skipped) else _described(note, words)
        row = (file, place, _sound(note.path), note.bytes, *known)
        made = self._index.execute(
            f"INSERT OR IGNORE INTO notes VALUES (NULL{', ?' * len(row)}) RETURNING id", row
        ).fetchone()
        # None where another look is writing the same file.
        if made is None or isinstance(note, Skipped):
            return
        turns = json.dumps([astuple(t) for t in note.turns], ensure_ascii=False)
        self._index.execute(
            "INSERT INTO texts (id, title, text, turns) VALUES (?, ?, ?, ?)",
            (
                made[0],
                _sound(note.title),
                _sound(note.text),
                _sound(turns) if note.turns else None,
            ),
        )
        self._learn_words({*words_in_order(note.title), *words} - self._words)

    def _learn_words(self, words: set[str]) -> None:
        new = sorted(word for word in words if SHORTEST_PART < len(word) <= LONGEST_WORD)
        if len(self._words) + len(new) > _MOST_WORDS:
            self._words.clear()
        self._words.update(new)
        self._index.executemany(
            "INSERT OR IGNORE INTO words (word) VALUES (?)", [(word,) for word in new]
        )


def _described(note: Document, words: list[str]) -> tuple[Any, ...]:
    """Everything by which is decided what becomes of a note, from ``reason`` on."""
    found = secrets.find(note.text)
    shown = [astuple(secrets.shown(note.text, one)) for one in found]
    speaks = Counter(turn.speaker for turn in note.turns)
    return (
        None,
        len(note.text.strip()),
        text_hash(note),
        duplicates.same_text(note.text),
        duplicates.signature(words),
        json.dumps(shown, ensure_ascii=False) if shown else None,
        secrets.is_mostly_secret(note.text, found),
        json.dumps(speaks) if speaks else None,
    )


def _skipped(note: Skipped) -> tuple[Any, ...]:
    return (as_text(note.reason), 0, "", "", None, None, False, None)


def _sound(text: str) -> str:
    """Half of a surrogate pair, which UTF-8 cannot hold, becomes a question mark."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
