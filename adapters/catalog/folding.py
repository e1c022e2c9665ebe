"""How the catalog compares and shortens texts."""

import re

PREVIEW_LETTERS = 160


def fold(text: str) -> str:
    """The text as it is compared: no case, one kind of space, "ё" as "е"."""
    return " ".join(text.casefold().replace("ё", "е").split())


def preview(text: str) -> str:
    """The first words of a text on one line."""
    line = re.sub(r"\s+", " ", text[: PREVIEW_LETTERS * 4]).strip()
    if len(line) <= PREVIEW_LETTERS:
        return line
    return line[:PREVIEW_LETTERS].rsplit(" ", 1)[0] + "…"
