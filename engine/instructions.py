"""The instruction that a new conversation begins with: the owner's own, or a shipped one."""

import locale
import os
from pathlib import Path

from adapters.catalog import preferences
from adapters.catalog.database import Catalog

FOLDER = Path(__file__).parent.parent / "resources" / "instructions"
KEY = "instruction"  # of the owner's own default among the catalog's preferences


def shipped(language: str) -> str:
    """The default in a language; ``language`` is "en", "ru" or "system"."""
    if language == "system":
        language = system_language()
    file = FOLDER / f"{language}.txt"
    if not file.is_file():
        file = FOLDER / "en.txt"
    return file.read_text(encoding="utf-8").strip()


def for_new_conversation(catalog: Catalog, language: str) -> str:
    """The owner's own default where there is one, else the shipped one."""
    return str(preferences.get(catalog, KEY) or shipped(language))


def system_language() -> str:
    """The first part of the user's locale, as in "ru"; "en" where none is set."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value.partition("_")[0].partition(".")[0].lower()
    return (locale.getlocale()[0] or "en").partition("_")[0]
