"""The instruction that a new conversation begins with: the owner's own, or a shipped one."""

from pathlib import Path

from adapters.catalog import preferences
from adapters.catalog.database import Catalog
from engine.language import language_for

FOLDER = Path(__file__).parent.parent / "resources" / "instructions"
KEY = "instruction"  # of the owner's own default among the catalog's preferences


def shipped(language: str) -> str:
    """The default in a language; ``language`` is "en", "ru" or "system"."""
    return (FOLDER / f"{language_for(language)}.txt").read_text(encoding="utf-8").strip()


def for_new_conversation(catalog: Catalog, language: str) -> str:
    """The owner's own default where there is one, even an empty one, else the shipped one."""
    own = preferences.get(catalog, KEY)
    return shipped(language) if own is None else str(own)
