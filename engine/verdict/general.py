"""The built-in text on which it shows whether general ability was lost."""

from collections.abc import Iterable
from pathlib import Path

from adapters.notes.document import Document

FOLDER = Path(__file__).parents[2] / "resources" / "general"
LANGUAGES = ("en", "ru")
_COUNTS = 0.2  # of the letters: as much as makes a language one of the notes'


def languages(texts: Iterable[str]) -> tuple[str, ...]:
    """Which of the built-in texts suit these notes, by their letters; always at least one."""
    latin = cyrillic = 0
    for text in texts:
        for letter in filter(str.isalpha, text):
            latin += letter < "\u0250"
            cyrillic += "\u0400" <= letter < "\u0530"
    shares = {"en": latin, "ru": cyrillic}
    wanted = _COUNTS * sum(shares.values())
    return tuple(name for name in LANGUAGES if shares[name] > wanted) or ("en",)


def texts(language: str) -> list[Document]:
    """Questions with their answers, in plain prose."""
    whole = (FOLDER / f"{language}.txt").read_text(encoding="utf-8")
    parts = [part.partition("\n") for part in whole.split("# ")[1:]]
    return [
        Document(f"{language}/{number}", title.strip(), text.strip(), len(text.encode()))
        for number, (title, _, text) in enumerate(parts)
    ]
