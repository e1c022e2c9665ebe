"""Every word that stands in a title or a message, once, so that parts of words can be found.

A trigram index over whole messages was tried: it was the larger half of the file, and two
frequent parts together took longer than a tenth of a second among a million messages.
Words are few: the letters are looked up among them, and the words among the messages.
"""

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.orm import Session

# Part of a word: at least so many letters, and not at its beginning, which the index of
# words finds itself.
SHORTEST_PART = 3
LONGEST_WORD = 64  # what is longer is no word
_WORD = re.compile(r"[^\W_]+")
_LATIN = [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]
# The index of words sees Latin letters without their accents, and "ё" as "е".
_PLAIN = {
    code: base
    for code in _LATIN
    if (base := unicodedata.normalize("NFD", chr(code))[0]).isascii() and base.isalpha()
} | {ord("ё"): "е", ord("Ё"): "е"}


def words_of(*texts: str) -> list[str]:
    """The words of some texts as the index sees them, each once, in order of appearance."""
    return list(dict.fromkeys(word for one in texts for word in words_in_order(one)))


def words_in_order(text: str) -> list[str]:
    """All the words of a text as the index sees them."""
    found: list[str] = _WORD.findall(unicodedata.normalize("NFC", text).translate(_PLAIN).lower())
    return found


def learn(session: Session, *texts: str) -> None:
    """Add the words of some texts."""
    new = [
        {"word": word} for word in words_of(*texts) if SHORTEST_PART < len(word) <= LONGEST_WORD
    ]
    if new:
        session.execute(text("INSERT OR IGNORE INTO words (word) VALUES (:word)"), new)


def relearn(session: Session, old: str, new: str) -> None:
    """One text has taken the place of another, which is gone from the index already."""
    learn(session, new)
    forget(session, set(words_of(old)) - set(words_of(new)))


def forget(session: Session, words: Iterable[str]) -> None:
    """Delete the words that stand nowhere any more, after texts were deleted."""
    for word in words:
        session.execute(
            text(
                "DELETE FROM words WHERE word = :word AND NOT EXISTS ("
                "SELECT 1 FROM messages_words WHERE messages_words MATCH :quoted) AND NOT EXISTS ("
                "SELECT 1 FROM conversations_words WHERE conversations_words MATCH :quoted)"
            ),
            {"word": word, "quoted": f'"{word}"'},
        )


# Words that hold a part elsewhere than at their beginning, those known longest first.
AROUND = """
    SELECT w.word FROM words_parts AS i CROSS JOIN words AS w ON w.id = i.rowid
    WHERE words_parts MATCH :quoted AND substr(w.word, 1, :length) != :part
    ORDER BY i.rowid LIMIT :most
"""


def around(session: Session, part: str, most: int) -> list[str]:
    """Words that hold ``part`` elsewhere than at their beginning, those known longest first.

    A frequent word is met early, so where there are too many, the frequent ones are given.
    """
    if len(part) < SHORTEST_PART:
        return []
    return list(session.scalars(text(AROUND), around_values(part, most)))


def around_values(part: str, most: int) -> dict[str, str | int]:
    """What fills the gaps of ``AROUND``."""
    return {"quoted": f'"{part}"', "part": part, "length": len(part), "most": most}
