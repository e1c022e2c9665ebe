"""What a reader is given: one file of the folder, or one entry of an archive in it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from adapters.notes.document import CannotReadError
from adapters.notes.opening import LARGEST, bounded, too_large

_LONGEST_NAME = 80  # characters of a note's own name inside of a file


@dataclass(frozen=True)
class File:
    """``open`` gives the bytes from the start; it and reading raise ``CannotReadError``."""

    path: str  # as shown, relative to the folder
    size: int  # bytes
    open: Callable[[], BinaryIO]
    archives: int = 0  # how many archives are around it
    modified: float = 0.0  # seconds since 1970
    stamp: str = ""  # what else the system says of it: another one where it has changed

    @property
    def stem(self) -> str:
        return PurePosixPath(self.path).stem

    @property
    def suffix(self) -> str:
        """In small letters, with its dot, or ""."""
        return PurePosixPath(self.path).suffix.lower()

    def contents(self, largest: int = LARGEST) -> bytes:
        """All bytes; ``CannotReadError`` where they are more than ``largest``."""
        if self.size > largest:
            raise CannotReadError(too_large(largest))
        with self.open() as stream:
            return bounded(stream, largest)


class InnerNames:
    """The paths of the notes inside of a file; no two are the same."""

    def __init__(self, file: File) -> None:
        self._file = file.path
        self._taken: Counter[str] = Counter()

    def path(self, name: str) -> str:
        """``name`` below the file's path, shortened; with a number where it was given before."""
        short = " ".join(name.replace("/", "-").split())[:_LONGEST_NAME].strip() or "-"
        self._taken[short.casefold()] += 1
        number = self._taken[short.casefold()]
        # A number is set apart by what no name of a note holds.
        return f"{self._file}/{short}" if number == 1 else f"{self._file}/{short}/{number}"
