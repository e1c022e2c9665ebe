"""Full-text search over titles and messages, by words and by parts of words."""

import re
import unicodedata
from collections.abc import Iterator

from sqlalchemy import text
from sqlalchemy.orm import Session

from adapters.catalog.database import Catalog
from adapters.catalog.records import Hit

# Newest first, so that the index can stop as soon as the page is full: ranking would
# have to read every match of a frequent word.
MESSAGES = """
    SELECT m.conversation, m.id, c.title, m.text
    FROM messages_{index} AS i
    CROSS JOIN messages AS m ON m.id = i.rowid
    CROSS JOIN conversations AS c ON c.id = m.conversation
    WHERE messages_{index} MATCH :words AND c.trashed IS NULL
    ORDER BY i.rowid DESC LIMIT :limit
"""
TITLES = """
    SELECT c.id, NULL, c.title, c.title
    FROM conversations_{index} AS i
    CROSS JOIN conversations AS c ON c.id = i.rowid
    WHERE conversations_{index} MATCH :words AND c.trashed IS NULL
    ORDER BY i.rowid DESC LIMIT :limit
"""
AROUND = 60  # letters on either side of a snippet's words
TRIGRAM = 3


def find(catalog: Catalog, words: str, limit: int = 50) -> list[Hit]:
    """Places that hold all the words: titles first, then messages, newest first.

    A word matches at its beginning ("gard" finds "garden"); where that gives less than
    ``limit``, letters inside words count too, from three letters on. "ё" equals "е".
    """
    terms = re.findall(r"\w+", _folded(words))
    if not terms:
        return []
    found: dict[tuple[int, int | None], Hit] = {}
    with catalog.reading() as session:
        for query, index, match in _queries(terms):
            if len(found) < limit:
                for hit in _hits(session, query, index, match, terms, limit):
                    found.setdefault((hit.conversation, hit.message), hit)
    return list(found.values())[:limit]


def _folded(words: str) -> str:
    """As the index sees text, which folds the case itself."""
    return unicodedata.normalize("NFC", words).replace("ё", "е").replace("Ё", "Е")


def _queries(terms: list[str]) -> Iterator[tuple[str, str, str]]:
    by_words = " AND ".join(f'"{term}"*' for term in terms)
    yield TITLES, "words", by_words
    yield MESSAGES, "words", by_words
    if all(len(term) >= TRIGRAM for term in terms):
        by_parts = " AND ".join(f'"{term}"' for term in terms)
        yield TITLES, "parts", by_parts
        yield MESSAGES, "parts", by_parts


def _hits(
    session: Session, query: str, index: str, match: str, terms: list[str], limit: int
) -> Iterator[Hit]:
    rows = session.execute(text(query.format(index=index)), {"words": match, "limit": limit})
    for conversation, message, title, whole in rows:
        yield Hit(conversation, message, title, snippet(whole, terms))


def snippet(whole: str, terms: list[str]) -> str:
    """The text around the first of the words, on one line, with dots where it was cut."""
    pattern = "|".join(re.escape(term).replace("е", "[её]").replace("Е", "[её]") for term in terms)
    place = re.search(pattern, whole, re.IGNORECASE)
    middle = place.start() if place else 0
    start = max(0, middle - AROUND)
    end = min(len(whole), (place.end() if place else 0) + AROUND)
    cut = " ".join(whole[start:end].split())
    return ("…" if start else "") + cut + ("…" if end < len(whole) else "")
