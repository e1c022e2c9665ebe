"""Full-text search over the notes of a folder, as conversations are searched."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from adapters.catalog import search, vocabulary
from adapters.catalog.note_folders import key_of
from adapters.notes.index.database import Index

# A word of the title tells more than one of the text.
_BEST = """
    SELECT i.rowid FROM texts_words AS i
    JOIN notes AS n ON n.id = i.rowid
    JOIN files AS f ON f.id = n.file
    JOIN folders AS d ON d.id = f.folder
    WHERE texts_words MATCH :words AND d.path = :folder
    ORDER BY bm25(texts_words, 4.0, 1.0), i.rowid LIMIT :limit
"""
_NOTE = (
    "SELECT n.path, t.title, t.text FROM notes AS n JOIN texts AS t ON t.id = n.id WHERE n.id = ?"
)


@dataclass(frozen=True)
class Hit:
    path: str
    title: str
    snippet: str


def find(index: Index, folder: Path, words: str, limit: int = 50) -> list[Hit]:
    """Notes that hold all the words, best first.

    A word matches at its beginning; where that gives less than ``limit``, letters inside of
    words count too, from three letters on. "ё" equals "е".
    """
    terms = vocabulary.words_of(words)
    if not terms:
        return []
    found: dict[int, Hit] = {}
    for match in search.matches(terms, lambda part, most: _around(index, part, most)):
        if len(found) < limit:
            for note in _best(index, folder, match, limit):
                found.setdefault(note, _hit(index, note, terms))
    return list(found.values())[:limit]


def _best(index: Index, folder: Path, match: str, limit: int) -> Iterator[int]:
    values = {"words": match, "folder": key_of(folder), "limit": limit}
    for (note,) in index.execute(_BEST, values).fetchall():
        yield note


def _hit(index: Index, note: int, terms: list[str]) -> Hit:
    path, title, text = index.execute(_NOTE, (note,)).fetchone()
    return Hit(path, title, search.snippet(text, terms))


def _around(index: Index, part: str, most: int) -> list[str]:
    if len(part) < vocabulary.SHORTEST_PART:
        return []
    return [
        word for (word,) in index.execute(vocabulary.AROUND, vocabulary.around_values(part, most))
    ]
