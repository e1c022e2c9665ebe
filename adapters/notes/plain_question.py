"""Whether a title asks for something, and what to ask where none does."""

import re

_WORDS = re.compile(r"[^\W\d_]{3,}")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_LONGEST = 120  # characters
_PLAIN = {"en": "What have you been thinking about lately?", "ru": "О чём ты думаешь в эти дни?"}


def says_something(title: str) -> bool:
    """A date or a number says nothing."""
    return len(title) <= _LONGEST and _WORDS.search(title) is not None


def plain_question(text: str) -> str:
    """In the language of a text."""
    return _PLAIN[language_of(text)]


def language_of(text: str) -> str:
    """ "ru" where most letters are Cyrillic, else "en"."""
    letters = sum(map(str.isalpha, text))
    return "ru" if 2 * len(_CYRILLIC.findall(text)) > letters else "en"
