"""Titles for notes that carry none."""


def of_file_name(stem: str) -> str:
    """``first-frost_2024`` becomes ``first frost 2024``; a date keeps its hyphens."""
    if stem.replace("-", "").replace(".", "").isdigit():
        return stem
    return " ".join(stem.replace("_", " ").replace("-", " ").split())
