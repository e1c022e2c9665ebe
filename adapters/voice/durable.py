"""Writing a file so that it is whole under its name, or is not there."""

import os
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Write aside, force to disk, rename. Raises ``OSError``; nothing is left aside then."""
    partial = path.with_suffix(".partial")
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
        _force_folder(path.parent)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def _force_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
