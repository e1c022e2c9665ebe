"""Full-text search over titles and messages, by words and by parts of words."""

import re
from collections.abc import Callable, Iterator

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from adapters.catalog import vocabulary
from adapters.catalog.database import Catalog
from adapters.catalog.records import Hit

# Newest first, so that the index can stop as soon as the page is full: ranking would
# have to read every match of a frequent word.
MESSAGES = text("""
    SELECT m.conversation, m.id, c.title, m.text
    FROM messages_words AS i
    CROSS JOIN messages AS m ON m.id = i.rowid
    CROSS JOIN conversations AS c ON c.id = m.conversation
    WHERE messages_words MATCH :words AND c.trashed IS NULL
    ORDER BY i.rowid DESC LIMIT :limit
""")
TITLES = text("""
    SELECT c.id, NULL, c.title, c.title
    FROM conversations_words AS i
    CROSS JOIN conversations AS c ON c.id = i.rowid
    WHERE conversations_words MATCH :words AND c.trashed IS NULL
    ORDER BY i.rowid DESC LIMIT :limit
""")
AROUND = 60  # letters on either side of a snippet's words
MOST_WORDS = 64  # that hold a part; more of them find no newer messages, only more slowly


def find(catalog: Catalog, words: str, limit: int = 50) -> list[Hit]:
    """Places that hold all the words: titles first, then messages, newest first.

    A word matches at its beginning ("gard" finds "garden"); where that gives less than
    ``limit``, letters inside words count too, from three letters on. "ё" equals "е".
    """
    terms = vocabulary.words_of(words)
    if not terms:
        return []
    found: dict[tuple[int, int | None], Hit] = {}
    with catalog.reading() as session:
        for match in matches(terms, lambda part, most: vocabulary.around(session, part, most)):
            for query in (TITLES, MESSAGES):
                if len(found) < limit:
                    for hit in _hits(session, query, match, terms, limit):
                        found.setdefault((hit.conversation, hit.message), hit)
    return list(found.values())[:limit]


def matches(terms: list[str], around: Callable[[str, int], list[str]]) -> Iterator[str]:
    """By beginnings of words; then, where other words hold the letters, by those as well.

    ``around`` names at most so many words that hold a part of a word.
    """
    yield " AND ".join(f"{_quoted(term)}*" for term in terms)
    others = [around(term, MOST_WORDS // len(terms)) for term in terms]
    if any(others):
        yield " AND ".join(
            f"({' OR '.join([f'{_quoted(term)}*', *map(_quoted, words)])})"
            for term, words in zip(terms, others, strict=True)
        )


def _quoted(word: str) -> str:
    return f'"{word}"'


def _hits(
    session: Session, query: TextClause, match: str, terms: list[str], limit: int
) -> Iterator[Hit]:
    rows = session.execute(query, {"words": match, "limit": limit})
    for conversation, message, title, whole in rows:
        yield Hit(conversation, message, title, snippet(whole, terms))


def places(whole: str, terms: list[str]) -> Iterator[tuple[int, int]]:
    """Where the words stand in a text, in order."""
    pattern = "|".join(re.escape(term).replace("е", "[её]") for term in terms)
    for found in re.finditer(pattern, whole, re.IGNORECASE):
        yield found.span()


def snippet(whole: str, terms: list[str]) -> str:
    """The text around the first of the words, on one line, with dots where it was cut."""
    first, last = next(places(whole, terms), (0, 0))
    start, end = max(0, first - AROUND), min(len(whole), last + AROUND)
    cut = " ".join(whole[start:end].split())
    return ("…" if start else "") + cut + ("…" if end < len(whole) else "")
