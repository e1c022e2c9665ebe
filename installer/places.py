"""Where the set-up keeps things: the user's cache, shared by all data folders."""

import os
from dataclasses import dataclass
from pathlib import Path


def _user_folder(variable: str, default: str) -> Path:
    """A folder of the XDG base directories; a relative value is to be ignored by that standard."""
    value = os.environ.get(variable, "")
    return Path(value) if value.startswith("/") else Path.home() / default


def cache_folder() -> Path:
    return _user_folder("XDG_CACHE_HOME", ".cache") / "timbre"


def user_data() -> Path:
    """Where programs of this user keep data, and where menu entries lie."""
    return _user_folder("XDG_DATA_HOME", ".local/share")


@dataclass(frozen=True)
class Cache:
    """What lies below the cache folder; engine.places.Places agrees about the starter."""

    folder: Path

    @property
    def environments(self) -> Path:
        return self.folder / "environments"

    @property
    def lock(self) -> Path:
        """Held by a set-up and by the programs that it runs."""
        return self.folder / "setup.lock"

    @property
    def log(self) -> Path:
        """All that pip and the conversion said, for the details of a failure."""
        return self.folder / "setup.log"

    @property
    def temporary(self) -> Path:
        """Emptied by each set-up."""
        return self.folder / "temporary"

    @property
    def compiled(self) -> Path:
        """Compiled Python of every folder, so that no program folder is written."""
        return self.folder / "compiled"

    @property
    def tools(self) -> Path:
        """Caches of the test tools."""
        return self.folder / "tools"

    @property
    def entry_made(self) -> Path:
        """Exists once a menu entry was made, so that a removed one stays removed."""
        return self.folder / "menu-entry-made"

    @property
    def gguf(self) -> Path:
        return self.folder / "starter" / "SmolLM2-135M-Instruct.Q4_1.gguf"

    @property
    def nf4(self) -> Path:
        return self.folder / "starter" / "nf4"
