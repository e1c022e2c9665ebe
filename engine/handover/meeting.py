"""Where the owner of a data folder listens, and what both sides agree on."""

import hashlib
import os
import stat
import tempfile
from pathlib import Path

from engine.places import Places

LONGEST_REQUEST = 1 << 20  # bytes of one line; a question of a million letters is refused
LONGEST_EVENT = 1 << 26
_LONGEST_ADDRESS = 100  # the system's limit is 108 bytes, with the final zero


def address(places: Places) -> Path:
    """The socket's path: in the user's runtime folder, named by the data folder's path."""
    name = hashlib.sha256(os.fsencode(places.data.resolve())).hexdigest()[:20] + ".sock"
    for folder in (_runtime_folder(), _own_temporary_folder()):
        if folder is not None and len(os.fsencode(folder / name)) <= _LONGEST_ADDRESS:
            return folder / name
    raise OSError("no private folder with a short enough name for a socket")


def _runtime_folder() -> Path | None:
    named = os.environ.get("XDG_RUNTIME_DIR")
    return Path(named, "timbre") if named and _is_private(Path(named)) else None


def _own_temporary_folder() -> Path:
    return Path(tempfile.gettempdir(), f"timbre-{os.getuid()}")


def make_private(folder: Path) -> None:
    """Make ``folder`` for this user alone. Raises ``PermissionError`` if it is another's."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if not _is_private(folder):
        raise PermissionError(f"{folder} is open to others")


def _is_private(folder: Path) -> bool:
    """A real folder (no link), this user's, that nobody else may enter."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    closed = not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and closed
