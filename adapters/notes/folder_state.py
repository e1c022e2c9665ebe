"""Whether a folder of notes is as it was, told without reading a note."""

import hashlib
import os
from collections.abc import Generator
from pathlib import Path


def folder_state(folder: Path) -> Generator[None, None, str]:
    """Another text after any change of a name, a size or a time; empty for a folder that is gone.

    Yields after each folder in it. Links are not followed. An archive is a folder of one file.
    """
    seen = hashlib.sha256()
    count = 0
    if folder.is_file():
        count = 1
        seen.update(_line(folder))
    for place, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            count += 1
            seen.update(_line(Path(place) / name))
        yield
    return f"{count} {seen.hexdigest()}" if count else ""


def _line(path: Path) -> bytes:
    try:
        found = path.lstat()
    except OSError:  # deleted while it was listed
        return os.fsencode(f"{path}\0\n")
    return os.fsencode(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n")
