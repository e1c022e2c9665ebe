"""The set-up's sentences, in English or, where the system speaks it, in Russian.

Qt's translations cannot serve here: Qt is what is being set up.
"""

import os
import re

from installer.russian import SENTENCES


def words(sentence: str, **values: object) -> str:
    """The sentence in the owner's language, with its gaps filled in."""
    if speaks_russian():
        sentence = SENTENCES[sentence]
    return sentence.format_map(values)


def speaks_russian() -> bool:
    """By gettext's rules, as ``engine/language.py`` has them; a test compares the two."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, names), "C")
    if _language(locale) in ("c", "posix"):
        return False
    wanted = (os.environ.get("LANGUAGE") or locale).split(":")
    return next((name for name in map(_language, wanted) if name in ("en", "ru")), "en") == "ru"


def _language(locale: str) -> str:
    return re.split("[@._-]", locale)[0].lower()


def gigabytes(count: int) -> str:
    """A size as the owner reads it: decimal gigabytes, as disks and downloads are counted."""
    return words("{count} GB", count=f"{count / 1e9:.1f}")


def megabytes(count: int) -> str:
    return words("{count} MB", count=f"{count / 1e6:,.0f}")
