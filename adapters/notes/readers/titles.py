"""Titles: the first heading of a note, else the name of its file."""

import re

_HEADING = re.compile(r"\A\s*#[ \t]+(\S.*?)[ \t#]*(?:\n|\Z)")


def with_heading(text: str) -> tuple[str, str]:
    """The heading that a text begins with, or "", and the text after it.

    It is what the note is about; learning to answer with it is no use.
    """
    found = _HEADING.match(text)
    return (found.group(1), text[found.end() :].strip()) if found else ("", text.strip())


def of_file_name(stem: str) -> str:
    """``first-frost_2024`` becomes ``first frost 2024``; a date keeps its hyphens."""
    if stem.replace("-", "").replace(".", "").isdigit():
        return stem
    return " ".join(stem.replace("_", " ").replace("-", " ").split())
