"""The set-up's sentences, in English or, where the system speaks it, in Russian.

Qt's translations cannot serve here: Qt is what is being set up.
"""

import os

from installer.russian import SENTENCES


def words(sentence: str, **values: object) -> str:
    """The sentence in the owner's language, with its gaps filled in."""
    if speaks_russian():
        sentence = SENTENCES[sentence]
    return sentence.format_map(values)


def speaks_russian() -> bool:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return value.startswith("ru")
    return False


def gigabytes(count: int) -> str:
    """A size as the owner reads it: decimal gigabytes, as disks and downloads are counted."""
    return words("{count} GB", count=f"{count / 1e9:.1f}")


def megabytes(count: int) -> str:
    return words("{count} MB", count=f"{count / 1e6:,.0f}")
