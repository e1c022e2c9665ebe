"""Names for files that are written: fit for any system, and not taken yet."""

from pathlib import Path


def file_name(name: str, otherwise: str = "voice") -> str:
    """The name of something as that of a file, on any system."""
    plain = "".join("-" if letter in '\\/:*?"<>|' else letter for letter in name)
    return plain.strip(" .") or otherwise


def free(path: Path) -> Path:
    """The path, with a number behind its name where something is there already."""
    made, number = path, 2
    while made.exists():
        made, number = path.with_name(f"{path.stem} {number}{path.suffix}"), number + 1
    return made
