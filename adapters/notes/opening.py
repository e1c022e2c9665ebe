"""Reading one file of the owner's: never waiting for it, writing it or swallowing a giant."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from adapters.notes.document import CannotReadError
from adapters.wording import Phrase, phrase

LARGEST = 8 * 2**20  # bytes; a note of one person's is far smaller

# A FIFO would block open() for ever without O_NONBLOCK; a file that has become a link
# since the folder was listed is refused by O_NOFOLLOW.
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC


def opened(path: Path) -> BinaryIO:
    """A regular file, from its start; raises ``CannotReadError``."""
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        raise CannotReadError(why_unreadable(error)) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise CannotReadError(phrase("notes", "not an ordinary file"))
    return os.fdopen(descriptor, "rb")


def bounded(stream: BinaryIO, largest: int = LARGEST) -> bytes:
    """Read to the end, but never more than ``largest``: the file may grow meanwhile."""
    pieces: list[bytes] = []
    length = 0
    try:
        while piece := stream.read(2**20):
            pieces.append(piece)
            length += len(piece)
            if length > largest:
                raise CannotReadError(too_large(largest))
    except OSError as error:
        raise CannotReadError(why_unreadable(error)) from error
    return b"".join(pieces)


def too_large(largest: int = LARGEST) -> Phrase:
    return phrase("notes", "larger than {mebibytes} MiB", mebibytes=largest // 2**20)


def why_unreadable(error: OSError) -> Phrase:
    if isinstance(error, FileNotFoundError):
        return phrase("notes", "it vanished while the folder was read")
    if isinstance(error, PermissionError):
        return phrase("notes", "this account may not read it")
    return phrase("notes", "it could not be read: {error}", error=error.strerror or str(error))
